import { registers } from '../registers/index.ts';
import { rederive } from '../store/derive.ts';
import { refillSearch } from '../store/search-text.ts';
import { verifyChain } from '../store/verify.ts';
import type { Project } from './project.ts';

/** One thing that was looked at, and what is wrong with it. */
export interface Finding {
  readonly check: 'integrity' | 'foreignKeys' | 'chain' | 'derived';
  readonly faults: readonly string[];
}

const mostFaults = 20;

/** Takes back what was worked out for comparing. */
class TakenBack extends Error {}

/** Looks the file over; `mend` works out anew what follows from the rest. Records themselves are never touched. */
export function examine(project: Project, mend: boolean): Finding[] {
  const { store } = project;
  const pragma = (text: string): string[] => (store.database.pragma(text) as unknown[]).map(textOf);
  const integrity = pragma(`integrity_check(${mostFaults})`).filter((text) => text !== 'ok');
  const broken = pragma('foreign_key_check');
  const chain = verifyChain(store).map(({ step, fault }) => `${step}: ${fault}`);
  const derived = differencesOfDerived(project, mend);
  const findings: Finding[] = [
    { check: 'integrity', faults: integrity },
    { check: 'foreignKeys', faults: broken },
    { check: 'chain', faults: chain },
    { check: 'derived', faults: derived },
  ];
  return findings.map(({ check, faults }) => ({ check, faults: faults.slice(0, mostFaults) }));
}

const textOf = (row: unknown): string =>
  Object.values(row as Record<string, unknown>)
    .map(String)
    .join(' ');

/** Registers whose stored values, headings or due days are not what they are worked out to be. */
function differencesOfDerived(project: Project, mend: boolean): string[] {
  const { store } = project;
  const before = picture(project);
  let after = before;
  const work = store.database.transaction(() => {
    rederive(store);
    after = picture(project);
    if (!mend) throw new TakenBack();
    refillSearch(store);
  });
  try {
    work.immediate();
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return [...before].filter(([name, text]) => after.get(name) !== text).map(([name]) => name);
}

function picture(project: Project): Map<string, string> {
  const rows = (sql: string): string => JSON.stringify(project.store.sql(sql).all());
  const tables = registers.map(({ name }) => [name, rows(`SELECT * FROM "${name}" ORDER BY id`)] as const);
  return new Map([
    ...tables,
    ['record', rows('SELECT id, heading FROM record ORDER BY id')],
    ['due', rows('SELECT * FROM due ORDER BY day, record, kind')],
  ]);
}
