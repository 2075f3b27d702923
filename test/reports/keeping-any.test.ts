import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepReport, readKept } from '../../source/services/reporting/keeping.ts';
import { makeFiles } from '../../source/services/reporting/report.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { perform, plainChanges } from '../support/random-changes.ts';
import { smallProject } from './small-project.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { ReportFormat } from '../../source/registers/report.ts';

const formats = ['md', 'html', 'docx', 'json'] as const satisfies readonly ReportFormat[];
const kinds = ['status', 'week', 'funder', 'risks', 'communication', 'champions'] as const;

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const keptBytes = (project: Project, id: number): string[] =>
  formats.map((format) => digestOf(readKept(project, id, format)));

test('Whatever comes after it, a report that was handed over is shown and made again byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds),
      fc.constantFrom('fi' as const, 'en' as const),
      plainChanges(6),
      plainChanges(12),
      async (kind, language, before, after) => {
        const project = smallProject();
        for (const change of before) perform(project, change);
        const { result: id } = await keepReport(project, { kind, language });
        const { ends, seq } = getRecord(project, id);
        const kept = keptBytes(project, id);
        // Only what takes the very step back makes a draft of it again.
        for (const change of after) if (change.verb !== 'undoStep') perform(project, change);
        expect(keptBytes(project, id)).toEqual(kept);
        const again = await makeFiles(project, {
          kind,
          language,
          until: String(ends),
          atSeq: Number(seq),
        });
        expect(again.files.map(({ bytes }) => digestOf(bytes))).toEqual(kept);
      },
    ),
    { numRuns: 10 },
  );
}, 240_000);
