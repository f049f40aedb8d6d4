import { create } from 'zustand'

type Layers = { palette: boolean; keys: boolean }

/** The shell's own layers: one at a time. */
export const useLayers = create<Layers>()(() => ({ palette: false, keys: false }))

export const openPalette = () => useLayers.setState({ palette: true, keys: false })
export const openKeys = () => useLayers.setState({ palette: false, keys: true })
export const closeLayers = () => useLayers.setState({ palette: false, keys: false })
