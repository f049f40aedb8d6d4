import { create } from 'zustand'

type Milestones = {
  /** a real person or offer is stored here: from now on losing the data would hurt */
  hasRecords: boolean
}

/** What has happened in this workspace that changes what the shell says. */
export const useMilestones = create<Milestones>()(() => ({ hasRecords: false }))

/** Call it when a record that is not part of the demonstration has been stored; again is harmless. */
export function firstRecordSaved(): void {
  if (!useMilestones.getState().hasRecords) useMilestones.setState({ hasRecords: true })
}
