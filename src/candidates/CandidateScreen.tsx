import { Screen } from '../ui/Screen.tsx'

export function CandidateScreen() {
  return (
    <Screen title="Candidat">
      <div className="scroll grow pad" />
    </Screen>
  )
}
