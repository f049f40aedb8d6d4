import { Screen } from '../ui/Screen.tsx'

export function CandidateListScreen() {
  return (
    <Screen title="Candidats">
      <div className="scroll grow pad" />
    </Screen>
  )
}
