/** A style sheet as text, for what is written with its style in it. */
declare module "*.css?inline" {
  const text: string;
  export default text;
}
