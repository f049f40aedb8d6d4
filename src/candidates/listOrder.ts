import { create } from 'zustand'

/** The list a person came from, so that a profile knows its neighbours and the way back. */
export const useListOrder = create<{ ids: readonly string[]; address: string }>()(() => ({
  ids: [],
  address: '/candidats',
}))
