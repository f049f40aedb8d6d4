import { Screen } from '../ui/Screen.tsx'

export function MergeScreen() {
  return (
    <Screen title="Doublon">
      <div className="scroll grow pad" />
    </Screen>
  )
}
