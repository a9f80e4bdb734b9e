/** A page's style sheet, which is bundled beside its script. */
declare module "*.css";
