import { Screen } from '../ui/Screen.tsx'

export function ExplanationScreen() {
  return (
    <Screen title="Explication">
      <div className="scroll grow pad" />
    </Screen>
  )
}
