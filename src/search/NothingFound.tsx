import { Search as SearchIcon } from 'lucide-react'
import { useMemo } from 'react'
import { useFoundCount } from '../matching/records.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { cutPart, readSearchOf, type SearchAddress } from './searchAddress.ts'
import type { ChipOfPart } from './searchChips.ts'
import { text } from './text.ts'
import { today } from './useSearch.ts'

type Scope = 'candidates' | 'offers'

interface NothingProps {
  chips: readonly ChipOfPart[]
  among: Scope
  elsewhere: number
  address: SearchAddress
  counted: (n: number, what: Scope) => string
  onDrop: (chip: ChipOfPart) => void
  onElsewhere: () => void
}

/** Nobody: what to take away, and how many there would be. */
export function NothingFound({ chips, among, elsewhere, address, counted, onDrop, onElsewhere }: NothingProps) {
  const t = useText(text)
  return (
    <div className="pad">
      <EmptyState
        title={t.none}
        icon={SearchIcon}
        actions={
          <>
            {chips.slice(0, 3).map((chip) => (
              <WithoutButton key={chip.key} chip={chip} among={among} address={address} counted={counted} onDrop={onDrop} /> // prettier-ignore
            ))}
            {elsewhere > 0 && (
              <Button onClick={onElsewhere}>
                {t.elsewhere(counted(elsewhere, among === 'candidates' ? 'offers' : 'candidates'))}
              </Button>
            )}
          </>
        }
      >
        {t.noneNote}
      </EmptyState>
    </div>
  )
}

function WithoutButton({
  chip,
  among,
  address,
  counted,
  onDrop,
}: Pick<NothingProps, 'among' | 'address' | 'counted' | 'onDrop'> & { chip: ChipOfPart }) {
  const t = useText(text)
  const language = useLanguage()
  const without = useMemo(
    () => readSearchOf({ ...address, [chip.half]: cutPart(address[chip.half], chip.part) }, language, today()).query,
    [address, chip.half, chip.part, language],
  )
  const count = useFoundCount(among, without)
  if (count.state !== 'ready' || count.value === 0) return null
  return (
    <Button onClick={() => onDrop(chip)}>
      {t.without(`${chip.name} ${chip.value}`.trim())}, {counted(count.value, among)}
    </Button>
  )
}
