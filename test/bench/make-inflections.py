#!/usr/bin/python3
"""Makes test/bench/inflections.txt: nouns with their case forms, for measuring how search meets inflection.

Candidates are put together by rules that overshoot by far; Voikko (Debian: voikko-fi, python3-libvoikko) judges them:
a form is kept when it is read as a noun of that base form, in that case and number. Run by hand:

    /usr/bin/python3 test/bench/make-inflections.py > test/bench/inflections.txt
"""
import itertools
import re
import libvoikko

NOUNS = """
kokous klubi esihenkilö palaute ohjausryhmä koulutus rekrytointi riski viestintä tiedote raportti hanke pilotti
aikataulu muistio päätös selvitys kutsu osallistuja yksikkö kirjasto koulu palvelu asukas lausunto kaava tarjous
hankinta budjetti palaveri suunnitelma katu asema puisto tontti rakennus lupa kartta mittaus esitys valtuusto
lautakunta sopimus lasku maksu tilaus toimitus tarkastus korjaus huolto avain ovi ikkuna lämmitys sähkö vesi jäte
liikenne pysäköinti silta ranta satama metsä niitty pelto joki järvi saari äänitys öljy äiti ääni työpaja verkosto
kysely tulos vaikutus tavoite mittari seuranta arviointi hakemus rahoitus rahoittaja kunta kaupunki alue piiri
johtaja päällikkö asiantuntija työntekijä opettaja oppilas vanhempi nuori ikäihminen lapsi perhe ystävä ryhmä jäsen
puheenjohtaja sihteeri varajäsen kokemus osaaminen taito tieto ohje opas malli työkalu ohjelma sovellus järjestelmä
laite puhelin näyttö hiiri kone verkko yhteys tunnus salasana turva tietosuoja rekisteri lomake liite kuva video
tallenne esitelmä luento kurssi tentti todistus tutkinto ammatti ura palkka kulu tulo menot vero tuki avustus laina
korko pankki tili kuitti matka juna auto polkupyörä bussi lento hotelli ravintola ruoka kahvi leipä voi juusto liha
kala hedelmä omena marja kukka puu lehti oksa juuri kivi hiekka lumi jää sade tuuli pilvi aurinko kuu tähti yö päivä
aamu ilta viikko kuukausi vuosi kevät kesä syksy talvi hetki aika paikka huone tila sali pöytä tuoli kaappi hylly
seinä lattia katto portti aita piha tie polku risteys tori kauppa myymälä apteekki sairaala terveys lääkäri hoitaja
potilas sairaus kipu lääke testi näyte tutkimus tulkinta ajatus idea mielipide keskustelu kysymys vastaus ongelma
ratkaisu muutos kehitys kasvu lasku määrä osuus prosentti luku summa taulukko kaavio luettelo sana lause kieli
käännös teksti kirja sivu luku otsikko aihe tarina historia kulttuuri taide musiikki laulu soitin tanssi liike
urheilu peli voitto tappio sääntö laki oikeus velvollisuus vastuu luottamus kunnioitus toivo pelko ilo suru viha
rakkaus vapaus rauha sota vaara onni vahinko virhe puute tarve toive pyyntö lupaus sitoutuminen osallistuminen
kehittäminen toteutus valmistelu käynnistys päättäminen jatko siirto peruutus muistutus ilmoitus tiedottaminen
""".split()

VOWELS = 'aeiouyäö'
# strong → weak, at the end of the stem before its last vowels
GRADES = [('kk', 'k'), ('pp', 'p'), ('tt', 't'), ('nk', 'ng'), ('mp', 'mm'), ('nt', 'nn'), ('lt', 'll'), ('rt', 'rr'),
          ('k', ''), ('k', 'v'), ('k', 'j'), ('p', 'v'), ('t', 'd')]
CASES = {
    'nimento': (['', 't'], 'nominative'), 'omanto': (['n', 'en', 'den', 'tten', 'jen', 'iden', 'itten', 'ien'], ''),
    'osanto': (['A', 'tA', 'ttA', 'jA', 'iA', 'itA'], ''), 'olento': (['nA'], ''), 'tulento': (['ksi'], ''),
    'sisaolento': (['ssA'], ''), 'sisaeronto': (['stA'], ''),
    'sisatulento': (['Vn', 'hVn', 'seen', 'siin', 'in', 'hin'], ''),
    'ulkoolento': (['llA'], ''), 'ulkoeronto': (['ltA'], ''), 'ulkotulento': (['lle'], ''),
}
MOST = 2


def graded(stem):
    """The stem with its last consonants in any grade."""
    yield stem
    match = re.search(r'([^aeiouyäö]+)([aeiouyäö]*)$', stem)
    if not match:
        return
    consonants, tail = match.groups()
    head = stem[:match.start()]
    for strong, weak in GRADES:
        for one, other in ((strong, weak), (weak, strong)):
            if one and consonants.endswith(one):
                yield head + consonants[:-len(one)] + other + tail
    # a k that went away between vowels
    if tail and not consonants:
        yield head + 'k' + tail


def stems(noun):
    base = {noun}
    if noun.endswith('nen'):
        base |= {noun[:-3] + end for end in ('se', 's', 'si')}
    if noun.endswith('s'):
        base |= {noun[:-1] + end for end in ('kse', 'ks', 'ksi', 'de', 'te', 't', 'ksi', 'a', 'aa', 'ä', 'ää', 'i', 'ii')}
    if noun.endswith('si'):
        base |= {noun[:-2] + end for end in ('te', 'de', 't', 'si', 's')}
    if noun.endswith('i'):
        base |= {noun[:-1] + end for end in ('e', 'ei', '', 'i')}
    if noun.endswith('e'):
        base |= {noun + 'e', noun + 'i', noun + 't'}
    if noun.endswith('n'):
        base |= {noun[:-1] + end for end in ('me', 'mi', 'm', 'ne', 'ni')}
    if noun.endswith(('r', 'l', 'n')):
        base |= {noun + end for end in ('e', 'i', 'ee')}
    if noun.endswith('t'):
        base |= {noun[:-1] + end for end in ('e', 'ee', 'i', 'ä', 'ää')} | {noun[:-1], noun + 'e'}
    if noun.endswith('us') or noun.endswith('ys'):
        base |= {noun[:-1] + end for end in ('de', 'te', 'ksi', 't')}
    if noun[-1] in VOWELS:
        base |= {noun[:-1] + end for end in ('i', 'oi', 'öi', 'ei', '')} | {noun + 'i', noun + noun[-1]}
        base |= {noun[:-2] + end for end in ('i', 'oi', 'öi')} if len(noun) > 3 else set()
        if noun[-2:] in ('uo', 'yö', 'ie'):
            base |= {noun[:-2] + noun[-1] + 'i'}
        if noun.endswith(('aa', 'ää')):
            base |= {noun[:-1] + 'i', noun[:-2] + 'oi', noun[:-2] + 'öi'}
    whole = set()
    for stem in base:
        whole |= set(graded(stem))
    return whole


def forms(voikko, noun):
    found = {}
    for stem, (case, (endings, _)) in itertools.product(sorted(stems(noun), key=lambda s: (len(s), s)), CASES.items()):
        for ending in endings:
            for vowel in ('a', 'ä'):
                last = stem[-1] if stem and stem[-1] in VOWELS else 'e'
                word = stem + ending.replace('A', vowel).replace('V', last)
                for reading in voikko.analyze(word):
                    if reading.get('CLASS') == 'nimisana' and reading.get('BASEFORM') == noun \
                            and reading.get('SIJAMUOTO') == case and 'POSSESSIVE' not in reading:
                        place = found.setdefault((reading.get('NUMBER'), case), [])
                        if word not in place:
                            place.append(word)
    return found


def main():
    voikko = libvoikko.Voikko('fi')
    for noun in sorted(set(NOUNS)):
        found = forms(voikko, noun)
        words = sorted({word for place in found.values() for word in place[:MOST]})
        if len(found) >= 20:
            print(f"{noun}: {' '.join(word for word in words)}")


main()
