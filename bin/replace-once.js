/**
 * A library's new version may not hold what is to be replaced; then the build must stop rather than go on without.
 * @param {string} text @param {RegExp} pattern @param {string} replacement
 */
export function replaceOnce(text, pattern, replacement) {
  if (!pattern.test(text))
    throw new Error(`The build's patch finds no ${pattern}: look at the library's new version.`);
  return text.replace(pattern, replacement);
}
