import { screenNames } from '../../source/screens/session/navigation.ts';
import { messages } from '../../source/language/index.ts';
import type { Place } from '../support/places.ts';
import type { GroundName } from './terminal-picture.ts';

export const pictured = (places: readonly Place[]): readonly Place[] =>
  places.filter((place) => place.pictured);

/** Where a picture lies, seen from docs/. */
export const pictureFile = ({ id }: Place, ground: GroundName): string => `screens/${id}-${ground}.svg`;

const shownKeys = ({ keys, text }: Place): string =>
  [...keys, ...(text === undefined ? [] : [text])].map((key) => `\`${key}\``).join(' ');

function section(heading: string, places: readonly Place[]): string[] {
  return [
    `## ${heading}`,
    '',
    ...places.flatMap((place) => [
      `### ${place.title.charAt(0).toUpperCase()}${place.title.slice(1)}`,
      '',
      `Keys from Today: ${shownKeys(place)}`,
      '',
      `![${place.title}, dark, in Finnish](${pictureFile(place, 'dark')})`,
      `![${place.title}, light, in English](${pictureFile(place, 'light')})`,
      '',
    ]),
  ];
}

/** docs/screens.md: every screen with its tabs, then what opens over them. */
export function indexPage(places: readonly Place[]): string {
  const labels = messages('en').console.screens;
  const left = new Set(pictured(places));
  const screens = screenNames.flatMap((name) => {
    const own = [...left].filter(({ id }) => id === name || id.startsWith(`${name}-`));
    for (const place of own) left.delete(place);
    return section(labels[name], own);
  });
  return [
    '# Every screen',
    '',
    'Drawn by `npm run picture` out of a console on the sample project: dark in Finnish, light in English.',
    '',
    ...screens,
    ...section('Over any screen', [...left]),
  ].join('\n');
}
