import { describe, expect, test } from 'vitest';
import { openProject } from '../../source/services/project/project-file.ts';
import { makeReport } from '../../source/services/reporting/report.ts';
import { makeSample } from '../../source/services/project/sample.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { makeProject, newPath } from '../support/project.ts';
import { pageOne, smallProject, status } from './small-project.ts';
import type { Language } from '../../source/language/index.ts';

describe('The whole report', () => {
  test('Page one', () => {
    expect(pageOne(status(smallProject()).text)).toMatchInlineSnapshot(`
      "# Tilannekatsaus: Koehanke

      15.3.–4.4.2022, ohjausryhmän kokouksesta 1/2022 lähtien; ohjausryhmän seuraava kokous 7.6.2022

      **Kokonaistilanne: KELTAINEN.** Hankkeen ajasta on kulunut 3 %.

      | Osa-alue  | Liikennevalo           | Miksi                                                            |
      | --------- | ---------------------- | ---------------------------------------------------------------- |
      | Aikataulu | **keltainen**          | Myöhässä 1/3 toimenpidettä: TO-1 Mallin kuvaus, 5 päivää.        |
      | Talous    | ei vielä arvioitavissa | Maksatuskausia ei ole kirjattu.                                  |
      | Tulokset  | **vihreä**             | Vertaistukija 3/3 yksikössä.                                     |
      | Ihmiset   | **vihreä**             | 3 vertaistukijaa, kuten edellisellä kerralla; Tsemppariklubi: yhdellä kerralla 3,0 läsnä. |
      | Riskit    | **punainen**           | Suurin R-1 Kiire vie ajan, riskiluku 12 (oli 9); 1 korkea riski. |

      ## Pyydetään päätöstä

      - Jatkoajan hakeminen

      ## Luvut

      | Luku                               |                  Nyt |    Muutos |
      | ---------------------------------- | -------------------: | --------: |
      | Toimenpiteitä tehty                |                  0/3 | ennallaan |
      | Vertaistukijoita                   |                    3 | ennallaan |
      | Yksiköitä, joissa on vertaistukija |                  3/3 | ennallaan |
      | Tapaamisia pidetty                 |                    2 |        +1 |
      | Viestejä lähetetty                 |                    1 |        +1 |
      | Avoimia riskejä                    | 1, niistä korkeita 1 | ennallaan |
      | Avoimia tehtäviä                   | 1, niistä myöhässä 1 | ennallaan |

      ## Edellisen kokouksen päätökset (1/2022, 15.3.2022)

      - P-1 Avataan haku: kesken; tehtävistä tehty 0/1

      ## Tehty

      - TO-1 Mallin kuvaus: Odottaa työryhmää.
      - TO-2 Kysely henkilöstölle: aloitettu. Lomake luonnosteltu.
      - Pidetty 1 tapaaminen: Tsemppariklubi
      - Lähetetty 1 viesti

      ## Seuraavaksi, 7.6.2022 mennessä

      - TO-2 Kysely henkilöstölle, määräpäivä 30.4.
      - 1 tapaaminen: Ohjausryhmä"
    `);
  });

  test('In English', () => {
    expect(pageOne(status(smallProject(), { language: 'en' }).text)).toMatchInlineSnapshot(`
      "# Status report: Koehanke

      15 Mar – 4 Apr 2022, since steering group meeting 1/2022; next steering group meeting 7 Jun 2022

      **Overall: AMBER.** 3% of the project’s time has passed.

      | Area     | Light            | Why                                                                |
      | -------- | ---------------- | ------------------------------------------------------------------ |
      | Schedule | **amber**        | 1 of 3 dated activities is late: TO-1 Mallin kuvaus, 5 days.       |
      | Money    | not assessed yet | No payment periods are recorded.                                   |
      | Results  | **green**        | A champion in 3 of 3 units.                                        |
      | People   | **green**        | 3 champions, as last time; Tsemppariklubi: 3.0 present on average at 1 meeting. |
      | Risks    | **red**          | Highest: R-1 Kiire vie ajan, score 12 (was 9); 1 high risk in all. |

      ## Decisions requested

      - Jatkoajan hakeminen

      ## Figures

      | Figure                       |       Now | Since last time |
      | ---------------------------- | --------: | --------------: |
      | Activities done              |       0/3 |            same |
      | Champions                    |         3 |            same |
      | Units with a champion        |       3/3 |            same |
      | Meetings held                |         2 |              +1 |
      | Pieces of communication sent |         1 |              +1 |
      | Open risks                   | 1, 1 high |            same |
      | Open actions                 | 1, 1 late |            same |

      ## Decisions of meeting 1/2022 (15 Mar 2022)

      - P-1 Avataan haku: open; 0/1 actions done

      ## Done

      - TO-1 Mallin kuvaus: Odottaa työryhmää.
      - TO-2 Kysely henkilöstölle: begun. Lomake luonnosteltu.
      - 1 meeting held: Tsemppariklubi
      - 1 piece of communication sent

      ## Next, up to 7 Jun 2022

      - TO-2 Kysely henkilöstölle, due 30 Apr
      - 1 meeting: Ohjausryhmä"
    `);
  });

  test('The detail', () => {
    const text = status(smallProject()).text;
    expect(text.slice(pageOne(text).length)).toMatchInlineSnapshot(`
      "

      ---

      ## Tavoitteet ja työpaketit

      ### Käyttöönotto (tehty 0/3)

      | Toimenpide                | Tila          | Määräpäivä | Muutos            |
      | ------------------------- | ------------- | ---------: | ----------------- |
      | TO-1 Mallin kuvaus        | **käynnissä** |  30.3.2022 | myöhässä 5 päivää |
      | TO-2 Kysely henkilöstölle | käynnissä     |  30.4.2022 | aloitettu         |
      | TO-3 Koulutus             | ei aloitettu  |  30.9.2022 |                   |

      - TO-1: Odottaa työryhmää.
      - TO-2: Lomake luonnosteltu. Kutsut lähtevät.

      ### Tavoitteittain

      | Tavoite                | Tehty |
      | ---------------------- | ----: |
      | TA-1 Malli on käytössä |   0/3 |

      ## Rekrytointi

      ### Kattavuus tulosalueittain

      | Tulosalue    | Yksiköitä katettu |    Muutos |
      | ------------ | ----------------: | --------: |
      | Lähipalvelut |               3/3 | ennallaan |

      ## Klubit ja ryhmät

      | Ryhmä          | Pidetty | Kaikkiaan | Peruttu | Suunniteltu | Seuraava | Läsnä keskimäärin (n) | Aiemmin |
      | -------------- | ------: | --------: | ------: | ----------: | -------: | --------------------: | ------: |
      | Ohjausryhmä    |       0 |         1 |       0 |           1 |     7.6. |                       | 2,0 (1) |
      | Tsemppariklubi |       1 |         1 |       0 |           0 |          |               3,0 (1) |         |

      Aiemmin: edeltänyt yhtä pitkä jakso.

      Tsemppariklubi, aiheet: Etätapaamiset

      ## Riskit

      ### Riskimatriisi: 1 arvioitu avoin riski

      | Vaikutus ↓ todennäköisyys → |  1  |  2  |  3  |   4   |  5  |
      | --------------------------- | :-: | :-: | :-: | :---: | :-: |
      | 5                           |  ·  |  ·  |  ·  |   ·   |  ·  |
      | 4                           |  ·  |  ·  |  ·  |   ·   |  ·  |
      | 3                           |  ·  |  ·  |  ·  | **1** |  ·  |
      | 2                           |  ·  |  ·  |  ·  |   ·   |  ·  |
      | 1                           |  ·  |  ·  |  ·  |   ·   |  ·  |

      ### Suurimmat

      | Riski              | Riskiluku | Muutos | Omistaja      |
      | ------------------ | --------: | -----: | ------------- |
      | R-1 Kiire vie ajan |        12 |     +3 | suunnittelija |

      ### Muuttuneet

      - R-1 Kiire vie ajan: 9 → 12. Sijaisia ei saada

      Ei hallintatoimia: R-1.

      ## Viestintä

      | Kohderyhmä | Luvattu | Näistä lähetetty | Lähetetty kaikkiaan | Myöhässä | Viimeksi | Seuraava |
      | ---------- | ------: | ---------------: | ------------------: | -------: | -------: | -------- |
      | Henkilöstö |       2 |                1 |                   1 |        1 |    22.3. |          |

      Jaksolla lähetetty 1, sitä edeltäneellä yhtä pitkällä jaksolla 0.

      - Myöhässä: V-1.2 Tiedote, 4 päivää

      ## Tehtävät

      Avoinna 1, niistä myöhässä 1; jaksolla tehty 0.

      | Myöhässä oleva tehtävä | Vastuuhenkilö | Määräpäivä | Päiviä |
      | ---------------------- | ------------- | ---------: | -----: |
      | T-1 Kirjoita kutsu     | suunnittelija |      20.3. |     15 |

      ## Muutokset edellisestä

      | Rekisteri             | Uusia | Muuttuneita | Poistettuja |
      | --------------------- | ----: | ----------: | ----------: |
      | Toimenpiteet          |       |           2 |             |
      | Tapaamiset            |     1 |             |             |
      | Viestintätoimenpiteet |       |           1 |             |

      ---

      Laadittu Luotsilla: tiedot 4.4.2022, historian vaihe 37.
      "
    `);
  });

  test.each(['fi', 'en'] as const)(
    'Of an empty project, in %s: every part says so in a line',
    (language: Language) => {
      const project = makeProject('empty');
      const { text, from, to } = status(project, { language });
      expect([from, to]).toEqual(['2022-03-01', '2022-03-01']);
      expect(text).toMatchSnapshot();
      expect(text).not.toMatch(/undefined|null|NaN/u);
    },
  );
});

test('The sample told from its start to its end has the figures of the facts', () => {
  const path = newPath('sample');
  makeSample(path, '2023-12-31');
  const project = openProject(path, {});
  const { text } = makeReport(project, { kind: 'status', since: null, language: 'fi', format: 'md' });
  closeStore(project.store);
  expect(text).toContain('32 kiinnostuneesta valittiin 18 eli 56 %.');
  expect(text).toMatch(/Toimenpiteitä tehty +\| +17\/17 \|/u);
  expect(text).toMatch(/\| Tapaamisia pidetty +\| +64 \|/u);
  expect(text).toMatch(/\| Tsemppariklubi +\| +24 \|/u);
});
