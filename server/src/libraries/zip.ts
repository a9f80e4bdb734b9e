/** Writing ZIP archives: what is used of a package, in a bundle of its own that is loaded when a book is written. */

export { zipSync } from "fflate";
