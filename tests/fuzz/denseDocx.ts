import {
  box,
  deleted,
  docx,
  dropDown,
  fieldLink,
  footnoteMark,
  inserted,
  lines,
  link,
  p,
  rich,
  run,
  sdt,
  sectionEnd,
  smartTag,
  symbol,
  table,
} from '../tools/corpus/ooxml.ts'

/**
 * A Word CV that holds every part a reader of Word files has a branch for, so that each is broken in its turn. What it
 * links to lies at `outside`.
 */
export function denseDocx(outside = 'https://example.org'): Uint8Array {
  const contacts = p(symbol('F028') + run(' 06 39 98 41 07\t') + link('rIdMail', 'capucine.belloir@example.org'))
  const posts = table(
    [
      [{ x: p('**2019 - 2024**'), merge: 'restart', shd: 'EEEEEE' }, p(rich('**Technicienne** __Fonderie Trézel__'))],
      [{ x: p(''), merge: 'continue' }, table([[p('Presses'), p('Automates')]], [120, 120], true)],
      [{ x: lines('09/2016 - 12/2018\nAgente de maintenance'), span: 2 }],
    ],
    [120, 300],
  )
  return docx({
    header: p(run('Capucine Belloir', { b: true, sz: 18, color: '1F4E79' }), { style: 'Titre' }),
    footer: lines('Rennes\nPermis B', { jc: 'center' }),
    links: { rIdMail: 'mailto:capucine.belloir@example.org', rIdPicture: `${outside}/picture.png` },
    footnotes: ['Fermée en 2024'],
    body:
      contacts +
      p(
        box(30, 120, 150, 300, lines('LANGUES\nAnglais B1'), 'DDDDDD') + box(30, 440, 150, 60, p('Soudure'), '', true),
      ) +
      p('EXPÉRIENCE', { style: 'Titre1', rule: true }) +
      posts +
      sectionEnd(2) +
      p(rich('Entretien') + deleted(' ancien') + inserted(' suivi') + footnoteMark(1), { num: 1, ind: 12, hang: 12 }) +
      p(link('rIdPicture', 'Photo')) +
      sdt(p(smartTag(run('Rennes')) + dropDown('CDI', ['CDD', 'Intérim']))) +
      p(fieldLink(`${outside}/cv`, 'example.org/cv') + run(' unseen', { vanish: true }), {
        tabs: [100, -400],
      }),
  })
}
