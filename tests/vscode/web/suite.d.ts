/** The tests of `../suite`, which the bundle for the browser puts in place of this name. */
declare module "reftel:suite";
