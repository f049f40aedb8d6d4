import { Screen } from '../ui/Screen.tsx'

export function CompareScreen() {
  return (
    <Screen title="Comparer">
      <div className="scroll grow pad" />
    </Screen>
  )
}
