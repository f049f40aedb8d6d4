import type { Device, Done } from '../sync/face.ts'
import { useText } from '../ui/language.ts'
import { toast } from '../ui/toast.ts'
import { Points } from './Points.tsx'
import { text } from './text.ts'
import { TypedConfirm } from './TypedConfirm.tsx'
import { useCommand } from './useCommand.ts'

/** Shuts a device out, once its name was typed. */
export function RevokeDialog({
  device,
  onRevoke,
  onClose,
}: {
  device: Device
  onRevoke: (deviceId: string) => Done
  onClose: () => void
}) {
  const t = useText(text)
  const command = useCommand()
  const revoke = async () => {
    if (!(await command.run(() => onRevoke(device.id)))) return
    onClose()
    toast({ text: t.revoked(device.name) })
  }
  return (
    <TypedConfirm
      title={t.revokeTitle(device.name)}
      word={device.name}
      verb={t.revoke}
      working={command.working}
      failure={command.failure}
      onConfirm={() => void revoke()}
      onClose={onClose}
    >
      <h3 className="t-head">{t.revokeDoes}</h3>
      <Points lines={t.revokeDoesList} />
      <h3 className="t-head">{t.revokeDoesNot}</h3>
      <Points lines={t.revokeDoesNotList} />
    </TypedConfirm>
  )
}
