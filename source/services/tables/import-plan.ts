/** What an import is asked for, what it works by, and what it comes to. */
import { saltedDigest } from '../../store/kept/import-memory.ts';
import { readMeta } from '../../store/file/meta.ts';
import { plainWord } from '../reading/field-names.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Table } from '../../exchange/table.ts';
import type { Label, Language } from '../../language/language.ts';
import type { Definition } from '../../registers/index.ts';
import type { Project } from '../project/project.ts';
import type { ImportColumns } from './import-columns.ts';
import type { NameAnswer, UnknownName } from './import-names.ts';

export interface ImportOptions {
  /** The register by any of its names; guessed from the headings when none is given. */
  readonly register?: string;
  /** `Column=field`. */
  readonly maps: readonly string[];
  /** Tells what would happen, and writes nothing. */
  readonly dryRun: boolean;
  /** Takes the rows that are right and leaves the others out. */
  readonly skipBad: boolean;
  /** Adds units, people and the like that cells name and the file lacks, unless a name is near another. */
  readonly createMissing: boolean;
  /** `field=value`, the same in all rows. */
  readonly fixed?: readonly string[];
  /** What names mean that the file lacks, by `nameKey`. */
  readonly answers?: ReadonlyMap<string, NameAnswer>;
  /** The earlier day on which the table was true; only new records may be that old. */
  readonly day?: Day;
  readonly language: Language;
}

/** A row that was not taken, and why; `column` is its heading, null where the whole row is meant. */
export interface Refusal {
  readonly row: number;
  readonly column: string | null;
  readonly reason: string;
}

/** A cell whose link is kept as text; `column` is its heading. */
export interface OddLink {
  readonly row: number;
  readonly column: string;
}

/** A value that a table puts in place of the one that is here. */
export interface Replacement {
  readonly code: string;
  readonly field: string;
  readonly label: Label;
  /** As they are shown; null for none. */
  readonly from: string | null;
  readonly to: string | null;
  /** The day on which the record was last changed here. */
  readonly since: Day;
}

type Counts = Record<'added' | 'changed' | 'same' | 'conflict', number>;

export interface Outcome extends Counts {
  readonly refused: Refusal[];
  readonly conflicts: string[];
  /** Rows that failed when some of them was written, be it what a cell names: all is taken back and tried again without them. */
  readonly failed: Map<number, readonly Refusal[]>;
  /** Records of other registers that its cells named and it made: people, units. */
  readonly alongside: number;
  /** Cells that control characters were taken out of. */
  cleaned: number;
  /** Cells that hold links of a scheme that Luotsi opens nothing of. */
  readonly oddLinks: OddLink[];
  /** Names that nothing was found for. */
  readonly unknown: readonly UnknownName[];
  /** Values that would be replaced: of a dry run only. */
  readonly replaced: Replacement[];
}

export interface Plan {
  readonly table: Table;
  readonly definition: Definition;
  readonly columns: ImportColumns;
  readonly options: ImportOptions;
  /** What was said of the columns, fields by plain heading. */
  readonly maps: ReadonlyMap<string, string>;
}

/** What a spreadsheet shows where a formula fails. */
export const cellError =
  /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|JAKO\/0!|PUUTTUU!|NIMI\?|ARVO!|LUKU!|VIITTAUS!)$/;

/** By which tables with these headings are known, whatever they are of. */
export const headingsDigest = (project: Project, headings: readonly string[]): Buffer =>
  saltedDigest(readMeta(project.store, 'uid') ?? '', headings.map(plainWord));
