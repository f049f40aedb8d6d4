import { RelaySettings } from '../devices/RelaySettings.tsx'
import { LexiconSettings } from '../lexicon/LexiconSettings.tsx'
import { ScoringSettings } from '../matching/ScoringSettings.tsx'
import { TierSettings } from '../matching/TierSettings.tsx'
import { SettingsScreen } from '../settings/SettingsScreen.tsx'
import { DemoPart } from './DemoPart.tsx'
import { useSyncWords } from './SyncFoot.tsx'

/** The settings with the parts that only the shell can lend them. */
export function SettingsRoute() {
  const { head, note } = useSyncWords()
  return (
    <SettingsScreen
      demo={<DemoPart />}
      ranking={
        <>
          <ScoringSettings />
          <TierSettings />
        </>
      }
      lexicon={<LexiconSettings />}
      relay={<RelaySettings />}
      offline={`${head}. ${note}.`}
    />
  )
}
