import { BlobExchange } from './blobs.ts'
import { Erasing } from './erasing.ts'
import { blobHost, erasingHost } from './hosts.ts'
import { Inviting } from './inviting.ts'
import { Workspace } from './workspace.ts'

/** What works on one space, and how its parts hear of each other. `isForGuests`: it holds one shared offer. */
export function createSpaceParts(isForGuests = false) {
  const workspace = new Workspace()
  const inviting = new Inviting(workspace, isForGuests)
  const blobs = new BlobExchange(blobHost(workspace))
  const erasing = new Erasing(erasingHost(workspace))
  workspace.onOpen = () => blobs.start()
  workspace.onClose = () => blobs.stop()
  workspace.onRecords = (...given) => erasing.met(...given)
  workspace.onRelayReset = () => Promise.all([erasing.relayWasReset(), blobs.relayWasReset()])
  workspace.onStatus = () => {
    blobs.wake()
    erasing.wake()
  }
  return { workspace, inviting, blobs, erasing }
}
