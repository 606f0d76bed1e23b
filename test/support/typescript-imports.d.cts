/** Lets a .ts file import './x.js' where the file is x.ts; the result puts the ordinary behaviour back. */
declare function allowTypescriptImports(): () => void;
export = allowTypescriptImports;
