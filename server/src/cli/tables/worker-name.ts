/** What threads that read for `reftel tables` are told apart by: in a file of its own, so that no other thread loads what these need. */

/** By this a process knows that it was started as such a worker. */
export const TABLES_WORKER = "reftel-tables";
