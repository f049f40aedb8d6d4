import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { currentLanguage, useText } from '../ui/language.ts'
import { toast } from '../ui/toast.ts'
import { useCollection } from '../store/live.ts'
import { loadDemo, removeDemo } from './demo.ts'
import { homeText } from './homeText.ts'

/** Loads the demonstration, or takes it away: whichever makes sense now. */
export function DemoPart({ note = true }: { note?: boolean }) {
  const t = useText(homeText)
  const [working, setWorking] = useState(false)
  const candidates = useDemoCount('candidate')
  const offers = useDemoCount('offer')
  const here = candidates + offers > 0
  const act = async () => {
    setWorking(true)
    // The words in which the work was asked may have changed while it was done.
    const words = () => homeText[currentLanguage()]
    if (here) {
      const done = await removeDemo()
      toast({ text: done.ok ? words().demoRemoved : words().demoFull })
    } else {
      const done = await loadDemo()
      if (done.ok) toast({ text: words().demoLoaded(done.value.files, done.value.offers) })
      else toast({ text: done.error.type === 'DemoMissing' ? words().demoMissing : words().demoFull })
    }
    setWorking(false)
  }
  return (
    <>
      {note && <p className="t-2 measure">{here ? t.demoHere(candidates, offers) : t.demoNote}</p>}
      <span>
        <Button working={working} onClick={() => void act()}>
          {here ? t.demoRemove : t.demoLoad}
        </Button>
      </span>
    </>
  )
}

function useDemoCount(kind: 'candidate' | 'offer'): number {
  const live = useCollection(kind)
  return live.state === 'ready' ? [...live.value.values()].filter(({ demo }) => demo).length : 0
}
