import { choice, decimal, localTime, longText, reference, text, who, whole } from '../fields/index.ts';
import { defineRegister } from './define.ts';

/** One item of a session's agenda, in order. */
export const agenda = defineRegister({
  name: 'agenda',
  label: { one: { fi: 'asiakohta', en: 'agenda item' }, many: { fi: 'esityslista', en: 'agenda' } },
  aliases: ['asiakohta', 'esityslista', 'asialista'],
  parent: 'session',
  fields: {
    session: reference({ label: { fi: 'Tapaaminen', en: 'Session' }, to: ['session'], required: true }),
    position: whole({ label: { fi: 'Järjestys', en: 'Position' }, headings: ['nro', '§'], least: 1 }),
    title: text({
      label: { fi: 'Asia', en: 'Item' },
      headings: ['otsikko', 'asiakohta', 'title'],
      required: true,
    }),
    presenter: who({ label: { fi: 'Esittelijä', en: 'Presenter' } }),
    minutes: whole({ label: { fi: 'Aika, min', en: 'Minutes planned' }, headings: ['kesto'], least: 0 }),
    background: longText({
      label: { fi: 'Tausta', en: 'Background' },
      help: { fi: 'mitä kohdassa käsitellään', en: 'what is to be taken up under the item' },
    }),
    startedAt: localTime({ label: { fi: 'Käsittelyssä alkaen', en: 'Under way since' } }),
    used: decimal({ label: { fi: 'Käytetty, min', en: 'Minutes used' }, least: 0 }),
    outcome: longText({ label: { fi: 'Käsittely', en: 'Outcome' } }),
    state: choice({
      label: { fi: 'Tila', en: 'State' },
      choices: {
        open: { fi: 'käsittelemättä', en: 'open' },
        done: { fi: 'käsitelty', en: 'done' },
        postponed: { fi: 'siirretty', en: 'postponed' },
      },
      initial: 'open',
    }),
    continues: reference({ label: { fi: 'Jatkaa kohtaa', en: 'Continues' }, to: ['agenda'] }),
  },
  heading: { sql: `coalesce((SELECT code FROM record WHERE id = t.session) || ' · ', '') || t.title` },
  list: {
    columns: ['session', 'position', 'title', 'presenter', 'minutes', 'state'],
    sort: ['session', 'position'],
  },
  naturalKey: ['session', 'title'],
});
