import { expect, test } from 'vitest';
import { findRecord } from '../../source/services/reading/lookup.ts';
import { makeReport, reportKinds } from '../../source/services/reporting/report.ts';
import { changeRecord } from '../../source/services/writing/records.ts';
import { smallProject } from './small-project.ts';

const withoutRecord = reportKinds.filter((kind) => !['minutes', 'invitation', 'person'].includes(kind));

test.each(withoutRecord)('The funding line stands right under the title, %s', (kind) => {
  const project = smallProject();
  const made = (format: 'md' | 'html') => makeReport(project, { kind, language: 'fi', format }).text;
  expect(made('md')).not.toContain('osarahoittama');
  const own = findRecord(project, ['project'], 'HANKE-1').id;
  changeRecord(project, own, { fundingLine: 'Euroopan unionin osarahoittama' });
  expect(made('md')).toMatch(/^# .+\n\n\*\*Euroopan unionin osarahoittama\*\*\n/u);
  expect(made('html')).toMatch(/<\/h1>\s*<p><strong>Euroopan unionin osarahoittama<\/strong><\/p>/u);
});
