import { nameFinder, namesOfPerson } from '../../domain/people/naming.ts';
import { mentionIn } from '../../domain/people/mentions.ts';
import { UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { person as personRegister } from '../../registers/person.ts';
import { personDocument } from '../../reports/person/document.ts';
import { changesOfRecord } from '../../store/journal/journal.ts';
import { formsOf, namingsOf, personal, textsBeside } from '../../store/safety/person-data.ts';
import { identityById, readRow } from '../../store/records/records.ts';
import { jsonOf } from '../reading/outward.ts';
import { tellPerson } from './person-words.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Change } from '../../store/journal/journal.ts';
import type { Naming } from '../../store/safety/person-data.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';
import type { Drawing, Drawn } from './report-kinds.ts';

/** A text of another record that names the person. */
export interface MentionHeld {
  readonly definition: Definition;
  readonly id: number;
  readonly field: string;
  readonly text: string;
  readonly isPerhaps: boolean;
}

/** Everything that the file holds on a person, before it is put into words. */
export interface PersonHeld {
  readonly record: AnyRecord;
  readonly namings: readonly Naming[];
  readonly mentions: readonly MentionHeld[];
  readonly journal: readonly Change[];
}

/** All on one person, what is in the trash and in the history with it. @throws UserError no-such-record */
export function drawPerson(store: Store, { to, seq, person: id, project: opened }: Drawing): Drawn {
  const record = id === undefined ? null : readRow(store, personRegister, id);
  if (record === null) throw new UserError('no-such-record', { register: 'person', text: '', near: [] });
  const project: Project = { ...opened, store, asOf: to };
  const journal = changesOfRecord(store, record.uid).filter(({ step }) => step <= seq);
  const held = {
    record,
    namings: namingsOf(store, record.id),
    mentions: mentionsOf(store, record, journal),
    journal,
  };
  return {
    from: to,
    model: modelOf(project, held),
    document: (language) => personDocument(tellPerson(project, held, language), seq, language),
  };
}

function mentionsOf(store: Store, record: AnyRecord, journal: readonly Change[]): MentionHeld[] {
  const images = [record, ...journal.map(({ image }) => image)].filter((image) => image !== null);
  const names = namesOfPerson(images.flatMap(({ name, email, phone }) => [name, email, phone]));
  const finder = nameFinder(names);
  const whole = names.filter((name) => /\s/u.test(name) && !/[,@\d]/u.test(name));
  const found: MentionHeld[] = [];
  for (const { definition, id, field, text } of textsBeside(store, record.id)) {
    const mention = mentionIn(text, finder, whole, formsOf);
    if (mention !== null) found.push({ definition, id, field, ...mention });
  }
  return found;
}

/** For programs: records as every `--json` gives them. */
function modelOf(project: Project, { record, namings, mentions, journal }: PersonHeld): object {
  const { store } = project;
  const owned = personal.map((definition) => {
    const ids = new Set(namings.filter((one) => one.definition === definition).map(({ id }) => id));
    const records = [...ids].map((id) => readRow(store, definition, id)).filter((one) => one !== null);
    return [
      definition.name,
      records.map((one) => ({ ...jsonOf(project, definition, one), trash: one.removedStep !== null })),
    ];
  });
  const nameOf = (id: number): string | null =>
    identityById(store, id)?.code ?? identityById(store, id)?.uid ?? null;
  return {
    person: { ...jsonOf(project, personRegister, record), trash: record.removedStep !== null },
    owned: Object.fromEntries(owned) as Record<string, unknown>,
    named: namings
      .filter(({ definition }) => !personal.includes(definition))
      .map(({ definition, id, field }) => ({ register: definition.name, record: nameOf(id), field })),
    mentions: mentions.map(({ definition, id, field, text, isPerhaps }) => ({
      register: registerOf(definition.name).name,
      record: nameOf(id),
      field,
      text,
      isPerhaps,
    })),
    journal: journal.map(({ step, operation, image }) => ({ step, operation, image })),
  };
}
