/** Which keys do what, and where, until the settings say otherwise. No key needs AltGr on a Finnish keyboard. */
import type { ActionId } from './actions.ts';

/**
 * Where keys are read. `typing` contexts keep every character for themselves; a `modal` one lets nothing through to
 * what lies below it, except the program's own keys (leave, suspend, redraw).
 */
export const contexts = {
  confirm: { typing: false, modal: true },
  palette: { typing: true, modal: true },
  picker: { typing: true, modal: true },
  help: { typing: true, modal: true },
  form: { typing: true, modal: false },
  attendance: { typing: false, modal: false },
  calendar: { typing: false, modal: false },
  matrix: { typing: false, modal: false },
  grid: { typing: false, modal: false },
  list: { typing: false, modal: false },
  detail: { typing: false, modal: false },
  global: { typing: false, modal: false },
  program: { typing: false, modal: false },
} as const satisfies Readonly<Record<string, { readonly typing: boolean; readonly modal: boolean }>>;

export type Context = keyof typeof contexts;

/** From the innermost outwards: of two contexts on one layer of the screen, the earlier is asked first. */
export const contextOrder = Object.keys(contexts) as readonly Context[]; // oxlint-disable-line typescript/no-unsafe-type-assertion -- the keys of a constant

export type ContextKeys = Readonly<Partial<Record<ActionId, readonly string[]>>>;

const moving: ContextKeys = {
  'list.down': ['j', 'Down'],
  'list.up': ['k', 'Up'],
  'list.pageDown': ['PageDown', 'Ctrl+D'],
  'list.pageUp': ['PageUp', 'Ctrl+U'],
  'list.first': ['g g', 'Home'],
  'list.last': ['G', 'End'],
  'tab.previous': [','],
  'tab.next': ['.'],
  'go.back': ['h', 'Esc', 'q', 'Left'],
};

const recordKeys: ContextKeys = {
  'record.new': ['n'],
  'record.newUnder': ['N'],
  'record.edit': ['e'],
  'record.editor': ['E'],
  'record.done': ['x'],
  'record.date': ['d'],
  'record.state': ['m'],
  'record.owner': ['o'],
  'record.remove': ['D'],
  'record.history': ['i'],
  'record.restore': ['P'],
  'record.advance': ['>'],
  'record.again': ['C'],
  'record.assess': ['r'],
  'record.topic': ['t'],
  'record.vote': ['+'],
  'risk.unchanged': ['='],
  'risk.realise': ['!'],
  'risk.escalate': ['S'],
  'record.evidence': ['A'],
  'record.link': ['L'],
  'copy.code': ['y'],
  'copy.markdown': ['Y'],
  'copy.contact': ['c'],
  'copy.reminder': ['R'],
};

const choosing: ContextKeys = {
  'pick.down': ['Down', 'Ctrl+N'],
  'pick.up': ['Up'],
  'pick.pageDown': ['PageDown'],
  'pick.pageUp': ['PageUp'],
  'pick.choose': ['Enter'],
  'pick.form': ['Tab'],
  'pick.cancel': ['Esc'],
};

export const defaultKeys: Readonly<Record<Context, ContextKeys>> = {
  confirm: {
    'confirm.choose': ['Enter'],
    'confirm.switch': ['Tab', 'Shift+Tab', 'Left', 'Right', 'h', 'l'],
    'confirm.yes': ['k', 'y'],
    'confirm.no': ['e', 'n', 'q', 'Esc'],
    'pick.down': ['Down'],
    'pick.up': ['Up'],
    'pick.pageDown': ['PageDown'],
    'pick.pageUp': ['PageUp'],
  },
  palette: choosing,
  picker: choosing,
  help: choosing,
  form: {
    'form.save': ['Ctrl+S'],
    'form.next': ['Tab', 'Down'],
    'form.previous': ['Shift+Tab', 'Up'],
    'form.enter': ['Enter'],
    'form.editor': ['Ctrl+E', 'F4'],
    'form.leave': ['Esc'],
  },
  attendance: {
    'attendance.present': ['Space'],
    'attendance.deputy': ['s'],
    'attendance.apology': ['z'],
    'attendance.recording': ['w'],
  },
  grid: {
    'grid.left': ['h', 'Left'],
    'grid.right': ['l', 'Right'],
    'grid.now': ['t'],
    'list.down': ['j', 'Down'],
    'list.up': ['k', 'Up'],
    'list.pageDown': ['PageDown', 'Ctrl+D'],
    'list.pageUp': ['PageUp', 'Ctrl+U'],
    'list.first': ['g g', 'Home'],
    'list.last': ['G', 'End'],
    'tab.previous': [','],
    'tab.next': ['.'],
    'list.open': ['Enter'],
  },
  calendar: {
    'calendar.left': ['h', 'Left'],
    'calendar.right': ['l', 'Right'],
    'calendar.earlier': [','],
    'calendar.later': ['.'],
    'calendar.now': ['t'],
    'calendar.span': ['w'],
    'list.down': ['j', 'Down'],
    'list.up': ['k', 'Up'],
    'list.pageDown': ['PageDown', 'Ctrl+D'],
    'list.pageUp': ['PageUp', 'Ctrl+U'],
    'list.first': ['g g', 'Home'],
    'list.last': ['G', 'End'],
    'list.open': ['Enter'],
    'go.back': ['Esc', 'q'],
  },
  matrix: {
    'list.down': ['j', 'Down'],
    'list.up': ['k', 'Up'],
    'matrix.left': ['h', 'Left'],
    'matrix.right': ['l', 'Right'],
    'matrix.since': ['d'],
    'list.open': ['Enter'],
    'tab.previous': [','],
    'tab.next': ['.'],
  },
  list: {
    ...moving,
    ...recordKeys,
    'list.open': ['Enter', 'l', 'Right'],
    'list.filter': ['/'],
    'list.views': ['F'],
    'list.sort': ['s'],
    'list.mark': ['Space'],
    'list.range': ['v'],
    'list.markAll': ['*'],
    'list.preview': ['p'],
  },
  detail: { ...moving, ...recordKeys, 'list.open': ['Enter', 'l', 'Right'], 'report.export': ['w'] },
  global: {
    'screen.today': ['1', 'T', 'g t'],
    'screen.recruitment': ['2', 'g r'],
    'screen.meetings': ['3', 'g k'],
    'screen.risks': ['4', 'g i'],
    'screen.communication': ['5', 'g v'],
    'screen.reports': ['6', 'g p'],
    'screen.people': ['7', 'g h'],
    'screen.more': ['8', 'g l'],
    'calendar.open': ['K', 'g c'],
    'screen.last': ['-'],
    'go.back': ['Esc', 'q'],
    'palette.open': [':', 'Ctrl+P'],
    'help.open': ['?', 'F1'],
    'record.quickAdd': ['a'],
    'diary.add': ['b'],
    undo: ['u'],
    redo: ['U'],
  },
  program: {
    'app.quit': ['Ctrl+C'],
    'app.suspend': ['Ctrl+Z'],
    'app.redraw': ['Ctrl+L'],
  },
};
