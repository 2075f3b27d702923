/** How many codes a label keeps; of the rest it has the count. */
export const codesInLabel = 12;
