import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeProject, openProject } from '../../source/services/project/project-file.ts';
import { makeSample } from '../../source/services/project/sample.ts';
import { makeFiles } from '../../source/services/reporting/report.ts';
import { writeInDraft } from '../../source/services/reporting/report-writing.ts';
import type { Language } from '../../source/language/index.ts';

export interface ExampleReport {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Texts = Readonly<Record<Language, Readonly<Record<string, unknown>>>>;

/** A meeting, the day on which its report goes out (a week before), and what the planner writes in it. */
const meetings: readonly { readonly meeting: string; readonly day: string; readonly texts: Texts }[] = [
  {
    meeting: '2023-01-17',
    day: '2023-01-10',
    texts: {
      fi: {
        headline: 'Oppimisympäristö on valittu, ja verkkokurssien teko on alkanut.',
        summary:
          'Organisaatio vaihtui vuodenvaihteessa hyvinvointialueeksi. Hanke jatkuu sellaisenaan, mutta esihenkilöiden aika menee muutokseen.',
      },
      en: {
        headline: 'The learning platform is chosen and work on the online courses has begun.',
        summary:
          'The organisation became a wellbeing services county at the turn of the year. The project goes on as it is, but supervisors have little time beside the change.',
      },
    },
  },
  {
    meeting: '2023-04-03',
    day: '2023-03-27',
    texts: {
      fi: {
        headline: 'Ensimmäinen verkkokurssi on pilotissa; esihenkilöiden sitoutuminen huolettaa.',
        summary:
          'Etätapaaminen Omasotessa -kurssin pilotti kestää 4.4. asti, ja kurssi julkaistaan huhtikuussa. Digitsemppareita lähti enemmän kuin tuli.',
        asked: 'Tukeeko ohjausryhmä esihenkilöiden valmennusta työajalla?',
      },
      en: {
        headline: 'The first online course is being piloted; the commitment of supervisors is a worry.',
        summary:
          'The pilot of the course on remote meetings runs to 4 April and the course is launched in April. More champions left than came.',
        asked: 'Does the steering group support coaching of supervisors in working time?',
      },
    },
  },
];

/** The status reports of the sample for two meetings in a row, in both languages and all formats: always the same bytes. */
export async function exampleReports(): Promise<ExampleReport[]> {
  const reports: ExampleReport[] = [];
  for (const { meeting, day, texts } of meetings) {
    for (const language of ['fi', 'en'] as const) {
      const file = path.join(tmpdir(), `luotsi-example-${process.pid}-${meeting}-${language}.luotsi`);
      try {
        makeSample(file, day);
        const project = openProject(file, {});
        writeInDraft(project, texts[language]);
        const { files } = await makeFiles(project, { kind: 'status', language });
        closeProject(project);
        for (const { format, bytes } of files)
          reports.push({ name: `ohjausryhma-${meeting}-${language}.${format}`, bytes });
      } finally {
        for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
      }
    }
  }
  return reports;
}
