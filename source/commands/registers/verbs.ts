import { wrongUsage } from '../../errors.ts';
import { callNameOf, isNumbered } from '../../services/reading/part-names.ts';
import { allFields, codeOf, jsonCalled, namingColumn } from '../../services/reading/outward.ts';
import { fieldNamed, findField } from '../../services/reading/field-names.ts';
import { listNextFirst, listOf, readyToFilter } from '../../services/reading/listing.ts';
import { findRecord } from '../../services/reading/lookup.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { addAsked, changeRecords, removeRecords } from '../../services/writing/records.ts';
import { recordView } from '../../services/reading/record-view.ts';
import { shownIn } from '../../services/reading/shown.ts';
import { listOption, limitOption, pairs, printJson, printLines, styled, table } from '../line/output.ts';
import { printPreview } from '../line/previews.ts';
import { readyWhole } from '../../services/project/project-file.ts';
import { withProject } from '../project/project.ts';
import { printHistory } from './steps.ts';
import { printWritten } from '../line/written.ts';
import { valuesGiven } from '../line/values.ts';
import type { Project } from '../../services/project/project.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Call, Command } from '../line/command.ts';
import type { View } from './registers.ts';

const many = Number.MAX_SAFE_INTEGER;

export function list(view: View): Command {
  return {
    usage: `${view.word} list [--where FILTER] [--sort FIELD] [--fields A,B] [--limit N]`,
    changes: false,
    options: ['where', 'sort', 'fields', 'limit'],
    words: [0, 0],
    run: async (call) => {
      const where = call.options.value('where');
      return withProject(
        call,
        (project) => {
          printList(call, project, view, where);
          return 0;
        },
        (project) => readyToFilter(project, view.definition, where),
      );
    },
  };
}

function printList(call: Call, project: Project, view: View, where: string | undefined): void {
  const { definition, naming } = view;
  const sort = call.options.value('sort');
  const limit = limitOption(call);
  const listing = {
    ...(where === undefined ? {} : { where }),
    ...(sort === undefined ? {} : { sort }),
    ...(limit === undefined ? {} : { limit }),
    ...(naming === undefined ? {} : { naming }),
  };
  const asked = listOption(call, 'fields')?.map((word) => columnCalled(definition, word));
  // Scripts rely on the order of the register; people look for what is next.
  const read = call.json ? listOf : listNextFirst;
  const records = read(project, definition, listing, call.language);
  if (call.json) {
    const picked = (record: AnyRecord): Record<string, unknown> => {
      const json = jsonCalled(project, definition, record);
      return asked === undefined ? json : Object.fromEntries(asked.map((name) => [name, json[name] ?? null]));
    };
    printJson(call, records.map(picked));
  } else if (records.length === 0) {
    const isEarlier = project.asOf !== null;
    const words = { register: view.word, label: definition.label.many, where, isEarlier };
    printLines(call, [call.say.list.empty(words)]);
  } else {
    const usual = isNumbered(definition) ? ['code', ...definition.list.columns] : definition.list.columns;
    printLines(call, recordTable(call, project, definition, asked ?? usual, records));
  }
}

const common = new Set(['code', 'uid', 'heading']);

/** What heads the column of codes, and what an export heads it with. */
const codeWords = new Set(['koodi', 'tunnus']);

function columnCalled(definition: Definition, word: string): string {
  if (codeWords.has(word.toLowerCase()) && fieldNamed(definition, word) === null) return 'code';
  return common.has(word) ? word : findField(definition, word).name;
}

/** Records as a table, in the user's language. */
function recordTable(
  call: Call,
  project: Project,
  definition: Definition,
  columns: readonly string[],
  records: readonly AnyRecord[],
): string[] {
  const fields = allFields(definition);
  const shown = shownIn(project, call.language);
  const naming = namingColumn(definition, columns);
  const headings = columns.map((name) => {
    const field = fields[name];
    const label =
      field === undefined
        ? null
        : field.isMoney === true
          ? (field.brief ?? field.label)[call.language]
          : shown.label(field);
    const heading = label ?? (name === 'heading' ? call.say.columns.heading : null);
    const align = field?.comparison === 'number' ? ('right' as const) : ('left' as const);
    return { heading: heading ?? (name === 'code' ? call.say.columns.code : name), align };
  });
  const rows = records.map((record) =>
    columns.map((name) => {
      const field = fields[name];
      if (name === 'code' && isNumbered(definition))
        return callNameOf(project, { ...record, register: definition.name });
      const text = field === undefined ? String(record[name] ?? '') : shown.short(field, record[name]);
      // A delivery that a promise laid out has no name of its own yet: what it is called stands there.
      return text === '' && name === naming ? record.heading : text;
    }),
  );
  return table(call, headings, rows);
}

const isOnlyOne = ({ definition }: View): boolean => definition.name === 'project';

export function show(view: View): Command {
  return {
    // There is one project in a file: it need not be named.
    usage: isOnlyOne(view) ? `${view.word} show` : `${view.word} show CODE`,
    changes: false,
    options: [],
    words: [isOnlyOne(view) ? 0 : 1, 1],
    run: async (call) =>
      withProject(
        call,
        (project) => {
          const { id } = findRecord(project, [view.definition.name], call.words[0] ?? '');
          printRecord(call, project, view.definition, id);
          return 0;
        },
        readyWhole,
      ),
  };
}

/** One record: an object for scripts, labels and values for people. */
export function printRecord(call: Call, project: Project, definition: Definition, id: number): void {
  if (call.json) {
    printJson(call, jsonCalled(project, definition, getRecord(project, id)));
    return;
  }
  const { record, atHand, facts, parts, referrers } = recordView(project, id, call.language, false);
  const { safe } = call.place.text;
  const said = new Set(atHand.map(({ field }) => field));
  const title = [record.code, record.heading].filter((part) => part !== null && part !== '').join('  ');
  const lines = [styled(call, 'bold', safe(title))];
  if (record.removedStep !== null) lines.push(styled(call, 'alarm', call.say.written.inTrash));
  lines.push(
    ...pairs(call, [
      ...atHand.map(({ label, value, contacts }): [string, string] => [
        label,
        [value, ...contacts].join(' · '),
      ]),
      ...facts
        .filter(({ name }) => !said.has(name))
        .map(({ label, value }): [string, string] => [label, value]),
    ]),
  );
  for (const { label, count, rows } of parts) {
    lines.push('', styled(call, 'bold', `${label} (${count})`));
    lines.push(...rows.map(({ values }) => `  ${values.map(safe).filter(Boolean).join('  ·  ')}`));
  }
  for (const { label, count, records } of referrers) {
    lines.push('', styled(call, 'bold', `${label} (${count}${count > records.length ? ' …' : ''})`));
    const codes = Math.max(...records.map(({ code }) => (code ?? '').length));
    const days = Math.max(...records.map(({ day }) => day.length));
    lines.push(
      ...records.map(({ code, day, heading, state }) => {
        const cells = [(code ?? '').padEnd(codes), ...(days === 0 ? [] : [day.padEnd(days)]), heading];
        return safe(`  ${cells.join('  ')}${state === '' ? '' : ` · ${state}`}`);
      }),
    );
  }
  printLines(call, lines);
}

export function history(view: View): Command {
  return {
    usage: `${view.word} history CODE`,
    changes: false,
    options: ['limit'],
    words: [1, 1],
    run: async (call) =>
      withProject(call, (project) => {
        printHistory(call, project, findRecord(project, [view.definition.name], call.words[0] ?? ''));
        return 0;
      }),
  };
}

export function add(view: View): Command {
  return {
    usage: `${view.word} add --FIELD VALUE… [--preview]`,
    changes: true,
    options: 'fields',
    words: [0, 0],
    run: async (call) =>
      withProject(call, (project) => {
        const values = valuesGiven(call, project, view.definition);
        checkNaming(project, view, values);
        if (call.options.has('preview'))
          return printPreview(call, project, (trial) =>
            addAsked(trial, view.definition.name, values, call.language),
          );
        const { result } = addAsked(project, view.definition.name, values, call.language);
        printWritten(call, project, view.definition, [result], 'added');
        return 0;
      }),
  };
}

/** A record of a narrowed view names what makes it one: a measure is added to a risk. */
function checkNaming(project: Project, view: View, values: Readonly<Record<string, unknown>>): void {
  const { naming, word } = view;
  if (naming === undefined) return;
  const target = values[naming.field];
  if (target === undefined || target === null)
    throw wrongUsage('missing-field', { register: word, fields: [naming.field] });
  findRecord(project, [naming.register], codeOf(project, Number(target)));
}

export function set(view: View): Command {
  return {
    usage: `${view.word} set CODE… --FIELD VALUE… [--preview]`,
    changes: true,
    options: 'fields',
    words: [1, many],
    run: async (call) =>
      withProject(call, (project) => {
        const { definition } = view;
        const ids = call.words.map((word) => findRecord(project, [definition.name], word).id);
        const values = valuesGiven(call, project, definition);
        if (Object.keys(values).length === 0) throw wrongUsage('nothing-given', { register: view.word });
        if (call.options.has('preview'))
          return printPreview(call, project, (trial) => changeRecords(trial, ids, values), ids);
        const { step } = changeRecords(project, ids, values);
        printWritten(call, project, definition, ids, step === null ? 'same' : 'changed');
        return 0;
      }),
  };
}

export function remove(view: View): Command {
  return {
    usage: `${view.word} remove CODE… [--force] [--preview]`,
    changes: true,
    options: ['force', 'preview'],
    words: [1, many],
    run: async (call) =>
      withProject(call, (project) => {
        const found = call.words.map((word) => findRecord(project, [view.definition.name], word));
        const ids = found.map(({ id }) => id);
        const force = call.options.has('force');
        if (call.options.has('preview'))
          return printPreview(call, project, (trial) => removeRecords(trial, ids, force), ids);
        const { step, codes } = removeRecords(project, ids, force);
        if (call.json) printJson(call, { step, codes });
        else {
          const names = found.map(({ code, heading }) => `${code ?? ''} ${heading}`.trim());
          const word = step === null ? call.say.written.same : call.say.written.removed;
          printLines(call, names.map(call.place.text.safe).map(word));
        }
        return 0;
      }),
  };
}
