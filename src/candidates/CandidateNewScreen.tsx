import { Screen } from '../ui/Screen.tsx'

export function CandidateNewScreen() {
  return (
    <Screen title="Nouveau candidat">
      <div className="scroll grow pad" />
    </Screen>
  )
}
