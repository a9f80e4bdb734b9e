/** How the tables are imported: as text (see `table.ts`). */
declare module "*.json?raw" {
  const text: string;
  export default text;
}
