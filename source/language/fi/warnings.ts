import type { warnings as english } from '../en/warnings.ts';

export const warnings: typeof english = {
  'outside-span': (p) =>
    `Tallennettu, mutta ${p.record}: ${p.field} ${p.day}; hanke ${p.side === 'before' ? 'alkaa' : 'päättyy'} ${p.limit}${p.more > 0 ? ` (ja ${p.more} ${p.more === 1 ? 'muu' : 'muuta'})` : ''}.`,
  'no-term': (p) => `Tallennettu, mutta ${p.records} ei saanut kautta: nimeä kierrokselle valittujen ryhmä.`,
  'no-reason': (p) => `Tallennettu, mutta syy puuttuu: ${p.records}.`,
  'same-name': (p) => `Tallennettu, mutta myös ${p.other} on ”${p.name}”: onko ${p.records} sama?`,
  'on-holiday': (p) => `Tallennettu, mutta ${p.day} on pyhäpäivä, ${p.holiday}: ${p.records}.`,
  'day-to-come': (p) => `Tallennettu, mutta päivä on vasta tulossa: ${p.records}, ${p.day}.`,
  'done-before': (p) =>
    `${p.record} oli jo ${p.register === 'delivery' ? 'lähetetty' : 'tehty'}, ${p.day}: ${p.isMoved ? 'päivä vaihdettiin' : 'päivä pysyi ennallaan'}.`,
  'marked-guest': (p) =>
    p.count === 1
      ? `${p.people} ei ollut ryhmän jäsen ${p.day}: merkitty vieraaksi.`
      : `${p.people} eivät olleet ryhmän jäseniä ${p.day}: merkitty vieraiksi.`,
};
