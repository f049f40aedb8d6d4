import qrcode from 'qrcode-generator'
import { useMemo } from 'react'

/** A QR code, dark on white whatever the theme: cameras want it so. */
export function QrCode({ value, name, dense = false }: { value: string; name: string; dense?: boolean }) {
  const { size, path } = useMemo(() => drawCode(value, dense ? 'L' : 'M'), [value, dense])
  return (
    <div className="qr" role="img" aria-label={name}>
      <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" aria-hidden="true">
        <path d={path} />
      </svg>
    </div>
  )
}

/** The modules as one path, a run of dark ones at a time. `correction`: how much of it may be lost. */
function drawCode(value: string, correction: 'L' | 'M'): { size: number; path: string } {
  const code = qrcode(0, correction)
  code.addData(value, 'Byte')
  code.make()
  const size = code.getModuleCount()
  let path = ''
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!code.isDark(row, column)) continue
      let end = column + 1
      while (end < size && code.isDark(row, end)) end += 1
      path += `M${column} ${row}h${end - column}v1h-${end - column}z`
      column = end
    }
  }
  return { size, path }
}
