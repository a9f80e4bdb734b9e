/** The process entry of `reftel`: hands the arguments to the command line. */
process.stdout.write("");
