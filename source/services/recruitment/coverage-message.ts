/** What is written to the supervisors of units without a champion: addresses, a text, and a list to work through. */
import { guardCell } from '../../exchange/guard.ts';
import { messages } from '../../language/index.ts';
import { formatDay } from '../../domain/days/format-day.ts';
import { registerOf } from '../../registers/index.ts';
import { isUncovered } from './coverage.ts';
import { listOf } from '../reading/listing.ts';
import { projectText } from '../../store/queries/project-text.ts';
import type { Language } from '../../language/language.ts';
import type { Project } from '../project/project.ts';
import type { UnitCoverage } from './coverage.ts';

export interface CoverageMessage {
  /** Addresses with semicolons between, as Outlook takes them. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** A line a supervisor: their units, name and address, with tabs between: a spreadsheet takes it as it is, and no name for a formula. */
  readonly list: string;
  /** Units whose supervisor has no address. */
  readonly withoutAddress: readonly string[];
  readonly units: number;
  readonly addresses: number;
  /** All of it, one after the other. */
  readonly whole: string;
}

interface Addressee {
  readonly supervisor: string | null;
  readonly email: string | null;
  readonly units: readonly string[];
}

/** Supervisors of the units, each once with all of theirs; those without an address last. */
function addresseesOf(units: readonly UnitCoverage[]): Addressee[] {
  const groups = Map.groupBy(units, ({ supervisor, email, id }) => email ?? supervisor ?? String(id));
  return [...groups.values()]
    .flatMap((own): Addressee[] => {
      const [first] = own;
      if (first === undefined) return [];
      return [{ supervisor: first.supervisor, email: first.email, units: own.map(({ name }) => name) }];
    })
    .toSorted((one, other) => Number(one.email === null) - Number(other.email === null));
}

/** About those of the units that have no champion now. */
export function coverageMessage(
  project: Project,
  units: readonly UnitCoverage[],
  language: Language,
): CoverageMessage {
  const words = messages(language).recruitment.coverage.message;
  const uncovered = units.filter(isUncovered);
  const addressees = addresseesOf(uncovered);
  const [round] = listOf(project, registerOf('round'), { where: 'state:open', limit: 1 }, language);
  const word = projectText(project.store, 'championWord') ?? words.word;
  const closes = typeof round?.['closes'] === 'string' ? formatDay(round['closes'], language) : null;
  const emails = addressees.flatMap(({ email }) => (email === null ? [] : [email]));
  const to = emails.join('; ');
  const subject = words.subject(word);
  const text = words.body({
    word,
    units: uncovered.map(({ name }) => name),
    round: round?.heading ?? null,
    closes,
  });
  const list = addressees
    .map((one) => [one.units.join(', '), one.supervisor ?? '', one.email ?? ''].map(guardCell).join('\t'))
    .join('\n');
  const withoutAddress = uncovered.filter(({ email }) => email === null).map(({ name }) => name);
  const missing = withoutAddress.length === 0 ? [] : [words.missing(withoutAddress.join(', ')), ''];
  const whole = [
    `${words.to}: ${to}`,
    `${words.subjectLabel}: ${subject}`,
    '',
    text,
    '',
    ...missing,
    list,
  ].join('\n');
  return {
    to,
    subject,
    text,
    list,
    withoutAddress,
    units: uncovered.length,
    addresses: emails.length,
    whole,
  };
}
