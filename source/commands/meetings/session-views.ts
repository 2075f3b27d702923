/** Agenda, roster and evidence of a session, shown. */
import { messages } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import {
  acceptProposals,
  lacksStandingAgenda,
  proposeAgenda,
} from '../../services/meetings/agenda-proposal.ts';
import { itemMinutes, sessionView } from '../../services/meetings/closing.ts';
import { evidenceFor, giveEvidence } from '../../services/meetings/evidence.ts';
import { rosterOf } from '../../services/meetings/roster.ts';
import * as running from '../../services/meetings/running.ts';
import { findRecord } from '../../services/reading/lookup.ts';
import { codeOf } from '../../services/reading/outward.ts';
import { printJson, printLines, table } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { Mark, RosterRow } from '../../services/meetings/roster.ts';
import type { Project } from '../../services/project/project.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from '../registers/registers.ts';

/** A verb that shows something of a session, of an earlier day too, and changes it only when a flag says so. */
function asking(
  usage: string,
  flags: readonly string[],
  show: (call: Call, project: Project, id: number) => void,
): Verb {
  return ({ definition, word }) => ({
    usage: `${word} ${usage}`,
    // What its flags write is refused as of an earlier day where it is written.
    changes: false,
    options: flags,
    words: [1, 1],
    run: async (call) =>
      withProject(call, (project) => {
        show(call, project, findRecord(project, [definition.name], call.words[0] ?? '').id);
        return 0;
      }),
  });
}

const agenda = asking('agenda CODE [--propose [--accept]]', ['propose', 'accept'], (call, project, id) => {
  const { sources } = messages(call.language).running;
  if (call.options.has('propose')) {
    const proposals = proposeAgenda(project, id, call.language);
    if (!call.options.has('accept')) {
      const shown = proposals.map(({ source, title, minutes: planned, background }) => ({
        source,
        title,
        minutes: planned,
        background,
      }));
      if (call.json) return printJson(call, shown);
      const { nothingToPropose, noStandingAgenda } = messages(call.language).running.said;
      const nothing = lacksStandingAgenda(project, id) ? noStandingAgenda : nothingToPropose;
      const lines = proposals.map(({ source, title }) => `${title}  (${sources[source]})`);
      return printLines(call, lines.length === 0 ? [nothing] : lines.map(call.place.text.safe));
    }
    acceptProposals(project, id, proposals);
  }
  printAgenda(call, project, id);
});

function printAgenda(call: Call, project: Project, id: number): void {
  const now = running.nowOf(project);
  const rows = running.itemsOf(project, id).map((item) => ({
    position: item.position,
    title: item.title,
    presenter: item.presenter,
    minutes: item.minutes,
    used: item.used === null && item.startedAt === null ? null : itemMinutes(item, now),
    current: item.startedAt !== null,
    state: item.state,
    background: item.background,
    outcome: item.outcome,
  }));
  if (call.json) return printJson(call, rows);
  const { fields } = registerOf('agenda');
  const columns = ['position', 'title', 'presenter', 'minutes', 'used', 'state'] as const;
  const headings = columns.map((name) => ({ heading: fields[name]?.label[call.language] ?? name }));
  const word = (state: string | null): string =>
    state === null ? '' : (fields['state']?.choices?.[state]?.[call.language] ?? state);
  const cells = rows.map((row) =>
    columns.map((name) => (name === 'state' ? word(row.state) : String(row[name] ?? ''))),
  );
  return printLines(call, table(call, headings, cells));
}

const roster = asking('roster CODE', [], (call, project, id) => {
  const { session } = sessionView(project, id);
  const { members, guests, ...standing } = rosterOf(project, id);
  const said = messages(call.language).running;
  if (call.json) {
    const code = (person: number | null): string | null => (person === null ? null : codeOf(project, person));
    const rows = members.map(({ person, name, role, seat, mark: word, deputy }) => ({
      person: code(person),
      name,
      role,
      seat,
      mark: word,
      deputy: code(deputy),
    }));
    const others = guests.map(({ person, name, mark: word }) => ({ person: code(person), name, mark: word }));
    return printJson(call, {
      session: session.code,
      ...standing,
      others: session.others,
      members: rows,
      guests: others,
    });
  }
  const role = ({ role: value, ownRole }: RosterRow): string =>
    ownRole ?? registerOf('membership').fields['role']?.choices?.[value ?? 'member']?.[call.language] ?? '';
  const markWord = (value: Mark | null): string => (value === null ? '' : said.marks[value]);
  const rows = [
    ...members.map((one) => [one.name, role(one), markWord(one.mark), one.deputyName ?? '']),
    ...guests.map((one) => [one.name, said.guest, markWord(one.mark), '']),
  ];
  const quorum =
    standing.quorum === null
      ? ''
      : `, ${standing.isQuorate === true ? said.quorate(standing.quorum) : said.notQuorate(standing.quorum)}`;
  const labels = registerOf('attendance').fields;
  const headings = [
    labels['person'],
    registerOf('membership').fields['role'],
    labels['mark'],
    labels['deputy'],
  ];
  return printLines(call, [
    said.present(standing.present, standing.voters) + quorum,
    ...table(
      call,
      headings.map((field) => ({ heading: field?.label[call.language] ?? '' })),
      rows,
    ),
  ]);
});

const evidence = asking('evidence CODE [--accept]', ['accept'], (call, project, id) => {
  const proposals = evidenceFor(project, id, call.language);
  if (call.options.has('accept')) giveEvidence(project, id, proposals);
  if (call.json)
    return printJson(
      call,
      proposals.map(({ code, delivery, title, means }) => ({ code, isNew: delivery === null, title, means })),
    );
  return printLines(
    call,
    proposals.map(({ code, title }) => call.place.text.safe(`${code}  ${title}`)),
  );
});

export const sessionViews = { agenda, roster, evidence } satisfies Readonly<Record<string, Verb>>;
