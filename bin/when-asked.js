import { replaceOnce } from './replace-once.js';

/**
 * The first Intl object of a process costs 20 ms, the pattern of all emoji 25: four libraries make one as they are
 * evaluated, for texts that hardly ever come.
 */
const madeWhenAsked = `
function whenAsked(make) {
  let made;
  const get = () => (made ??= make());
  return {
    segment: (text) => get().segment(text),
    test: (text) => get().test(text),
    [Symbol.search]: (text) => text.search(get()),
    [Symbol.match]: (text) => text.match(get()),
  };
}
`;

/** @param {string} contents */
export const segmentersWhenAsked = (contents) =>
  replaceOnce(contents, /^(const \w+ = )(new Intl\.Segmenter\([^\n]*\));$/m, '$1whenAsked(() => $2);') +
  madeWhenAsked;
