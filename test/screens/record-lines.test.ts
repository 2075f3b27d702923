import { expect, test } from 'vitest';
import { recordPage } from '../../source/screens/record/record-lines.ts';
import { recordView } from '../../source/services/reading/record-view.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { lineWidth, plainText } from '../../source/widgets/lines/styled.ts';
import { fillProject, makeProject } from '../support/project.ts';

test('What is at hand has its label whole in a narrow preview, with its value beside or below it', () => {
  const project = makeProject();
  const { unit, anna, olli, club } = fillProject(project);
  changeRecord(project, unit, { supervisor: olli });
  addRecord(project, 'membership', { group: club, person: anna, role: 'champion', starts: '2022-03-01' });
  const { id } = project.store.sql('SELECT id FROM project').get() ?? {};
  changeRecord(project, Number(id), { championWord: 'digitsempparituki' });
  const drawn = (width: number): string => {
    const view = recordView(project, unit, 'fi', true);
    const lines = recordPage(view, { project, width, language: 'fi', unicode: true });
    for (const { content } of lines) expect(lineWidth(content)).toBeLessThanOrEqual(width);
    return lines.map(({ content }) => plainText(content).trimEnd()).join('\n');
  };
  expect(drawn(26)).toMatch(/^ Digitsempparituki\n {11}Anna Aalto$/m);
  expect(drawn(34)).toMatch(/^ Digitsempparituki {2}Anna Aalto$/m);
  // As wide as `Digitsempparituki nyt` below it.
  expect(drawn(80)).toMatch(/^ Digitsempparituki {6}Anna Aalto$/m);
});
