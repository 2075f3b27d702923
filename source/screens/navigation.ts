/** Which screens there are, and which registers stand on each. Here and in overrides.ts alone are registers named. */
import type { ActionId } from '../keys/actions.ts';

export const screenNames = [
  'today',
  'recruitment',
  'meetings',
  'risks',
  'communication',
  'reports',
  'people',
  'more',
] as const;

export type ScreenName = (typeof screenNames)[number];

/** A list of the records of a register, narrowed by filter words where it is only a part of them. */
export interface RegisterTab {
  readonly register: string;
  /** Which of several lists of one register it is; their cursors and filters are their own. */
  readonly id: string;
}

const tab = (register: string): RegisterTab => ({ register, id: register });

/** Tabs of each screen; Today and Reports have pages of their own. */
export const tabsOfScreen: Readonly<Record<ScreenName, readonly RegisterTab[]>> = {
  today: [],
  recruitment: [tab('round'), tab('candidate')],
  meetings: [tab('session'), tab('group'), tab('decision'), tab('action'), tab('topic')],
  risks: [tab('risk')],
  communication: [tab('plan'), tab('delivery')],
  reports: [],
  people: [tab('person'), tab('unit'), tab('membership')],
  more: [tab('project'), tab('objective'), tab('package'), tab('activity'), tab('diary')],
};

/** The screen on which a register's list stands; null for parts and logs. */
export function screenOfRegister(register: string): ScreenName | null {
  return screenNames.find((name) => tabsOfScreen[name].some((one) => one.register === register)) ?? null;
}

export function actionOfScreen(screen: ScreenName): ActionId {
  return `screen.${screen}`;
}
