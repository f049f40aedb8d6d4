/** One meaning in both languages; several wordings a side. */
export interface GlossaryEntry {
  readonly fr: readonly string[]
  readonly en: readonly string[]
}

const LINES = `
cariste | conducteur de chariot élévateur = forklift driver | forklift operator
aide-soignant | aide-soignante = nursing assistant | care assistant | healthcare assistant
chef de rang = head waiter | station waiter
comptable = accountant | bookkeeper
développeur full stack | développeuse full stack = full stack developer | full-stack engineer
`

/** Pairs of our own writing: modern titles, trades and plain words that the public classifications lack. */
export const glossary: readonly GlossaryEntry[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [fr = '', en = ''] = line.split(' = ')
    return { fr: fr.split(' | '), en: en.split(' | ') }
  })
