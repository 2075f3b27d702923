import { registers } from '../../registers/index.ts';
import { fieldNamed, plainWord } from '../reading/field-names.ts';
import { bare } from './import-columns.ts';
import type { Definition } from '../../registers/index.ts';

/** Which registers the headings fit best: the one that they must be of, or several that fit as well. */
export function guessRegisters(headings: readonly string[], maps: ReadonlyMap<string, string>): Definition[] {
  const scored = registers
    .filter(({ day }) => day === undefined)
    .map((definition) => ({ definition, score: scoreOf(definition, headings, maps) }))
    .filter(({ score }) => score > 0);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ definition }) => definition);
}

/** Columns that the register has; none where a record could not be made of the table. A label counts above other headings. */
function scoreOf(
  definition: Definition,
  headings: readonly string[],
  maps: ReadonlyMap<string, string>,
): number {
  const found = headings
    .map((heading) => ({
      heading,
      field: fieldNamed(definition, maps.get(plainWord(heading)) ?? bare(heading)),
    }))
    .filter((one) => one.field !== null);
  const names = new Set(found.map(({ field }) => field?.name));
  const lacking = Object.entries(definition.fields).some(
    ([name, field]) => field.required === true && field.initial === undefined && !names.has(name),
  );
  // One word that fits among several that don't is chance, and a wrong guess fills a register with nonsense.
  const few = found.length < Math.max(Math.min(2, headings.length), headings.length / 2);
  if (lacking || few) return 0;
  return found.reduce((score, { heading, field }) => {
    const own = [field?.name, field?.field.label.fi, field?.field.label.en].map((word) =>
      plainWord(word ?? ''),
    );
    return score + (own.includes(plainWord(bare(heading))) ? 10 : 9);
  }, 0);
}
