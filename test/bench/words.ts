/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <Item>(chance: () => number, items: readonly Item[]): Item => {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
};

/** Stands in exactly twelve titles, whatever the size. */
export const markerWord = 'kaislikkosaari';

// Words of a planner's days come first, so that they are the commonest.
const common = (
  'kokous klubi tsemppari esihenkilö palaute ohjausryhmä koulutus rekrytointi riski viestintä tiedote raportti ' +
  'hanke pilotti aikataulu muistio päätös selvitys kutsu osallistuja yksikkö kirjasto koulu palvelu asukas ' +
  'lausunto kaava tarjous hankinta budjetti palaveri suunnitelma katu asema puisto tontti rakennus lupa kartta ' +
  'mittaus esitys valtuusto lautakunta yhteystieto sopimus lasku maksu tilaus toimitus tarkastus korjaus huolto ' +
  'avain ovi ikkuna lämmitys sähkö vesi jäte liikenne pysäköinti pyörätie silta ranta satama metsä niitty pelto ' +
  'joki järvi saari äänitys öljy äiti ääni työpaja verkosto kysely tulos vaikutus tavoite mittari seuranta'
).split(' ');
const onsets = ['k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'h', 'j', ''];
const vowels = 'a e i o u y ä ö aa ai au ei ie ii oi uo uu yö ää äy'.split(' ');
const codas = ['', '', '', 'n', 's', 'l', 'r', 'k', 't'];
const endings = ['', '', '', 'n', 'n', 'ssa', 'sta', 'lla', 'lle', 'lta', 'ksi', 'na', 't', 'jen', 'kin'];
const vocabularySize = 20_000;

/** Twenty thousand words that look Finnish, the commonest first. */
export function vocabulary(): string[] {
  const chance = chanceFrom(0x5eed0001);
  const words = new Set(common);
  while (words.size < vocabularySize) {
    const syllables = 2 + Math.floor(chance() * 3);
    let word = '';
    for (let place = 1; place <= syllables; place += 1) {
      word += pick(chance, onsets) + pick(chance, vowels) + (place < syllables ? pick(chance, codas) : '');
    }
    if (word.length >= 3 && word.length <= 14) words.add(word);
  }
  return [...words];
}

/** Running text: words as often as their place in the vocabulary says (Zipf), with case endings. */
export function writerOf(chance: () => number): (length: number) => string {
  const words = vocabulary();
  const sums = new Float64Array(words.length);
  let sum = 0;
  for (let place = 0; place < words.length; place += 1) {
    sum += 1 / (place + 4);
    sums[place] = sum;
  }
  const word = (): string => {
    const wanted = chance() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return `${words[low] ?? ''}${pick(chance, endings)}`;
  };
  return (length) => {
    let text = word();
    while (text.length < length - 4) text += ` ${word()}`;
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  };
}
