import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { usePreferences, useText } from '../ui/language.ts'
import { closeLayers, useLayers } from './layers.ts'
import { modKey } from './platform.ts'
import { text } from './text.ts'

/** The keys, on `?`. */
export function KeyboardHelp() {
  const open = useLayers((layers) => layers.keys)
  const words = useText(text)
  const singleKeys = usePreferences((preferences) => preferences.singleKeys)
  const mod = modKey()
  const parts: { title: string; keys: [caps: string[], does: string][] }[] = [
    {
      title: words.keysEverywhere,
      keys: [
        [[`${mod}+K`], words.keyPalette],
        [['/'], words.keySearch],
        [['?'], words.keyHelp],
        [['G', 'A'], words.keyGoHome],
        [['G', 'C'], words.keyGoCandidates],
        [['G', 'O'], words.keyGoOffers],
        [['G', 'I'], words.keyGoImports],
        [['G', 'R'], words.keyGoSettings],
        [['U', `${mod}+Z`], words.keyUndo],
      ],
    },
    {
      title: words.keysLists,
      keys: [
        [['J', 'K'], words.keyMove],
        [['X', `${words.shift}+J`, `${words.shift}+K`], words.keyChoose],
        [[words.enter, 'O'], words.keyOpen],
        [['Esc'], words.keyClose],
        [['E'], words.keyEdit],
        [['N'], words.keyNote],
        [['C'], words.keyCompare],
        [['P'], words.keyPropose],
      ],
    },
    {
      title: words.keysReview,
      keys: [
        [['Tab', 'J'], words.keyDoubt],
        [[words.enter], words.keyAccept],
        [['E', 'D'], words.keyCorrect],
        [['←', '→', 'B'], words.keyMerge],
        [[`${mod}+${words.enter}`], words.keyFinish],
      ],
    },
  ]
  return (
    <Dialog
      open={open}
      onClose={closeLayers}
      title={words.keysTitle}
      description={singleKeys ? words.keysNote : words.keysOff}
      wide
    >
      <div className="keyhelp" tabIndex={0} role="region" aria-label={words.keysTitle}>
        {parts.map((part) => (
          <section key={part.title}>
            <h3 className="t-head">{part.title}</h3>
            <dl>
              {part.keys.map(([caps, does]) => (
                <div key={does} className="row">
                  <dt className="row g1">
                    {caps.map((cap) => (
                      <span key={cap}>
                        <Kbd keys={cap} />
                        <span className="sr">{cap}</span>
                      </span>
                    ))}
                  </dt>
                  <dd className="grow">{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
