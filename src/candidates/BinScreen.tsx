import { Screen } from '../ui/Screen.tsx'

export function BinScreen() {
  return (
    <Screen title="Corbeille">
      <div className="scroll grow pad" />
    </Screen>
  )
}
