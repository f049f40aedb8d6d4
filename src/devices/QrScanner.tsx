import { useEffect, useRef, useState } from 'react'
import { openCodeReader } from './codeReader.ts'

interface QrScannerProps {
  /** Called for every code seen, again and again while it is in sight. */
  onCode: (text: string) => void
  /** The camera cannot be had. */
  onFail: () => void
  /** Names the picture. */
  name: string
  starting: string
  hint: string
}

/** Often enough for an animated code at eight pictures a second. */
const lookEveryMs = 60

/** The camera's picture, read for QR codes until it leaves the screen. */
export function QrScanner({ onCode, onFail, name, starting, hint }: QrScannerProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [isOn, setIsOn] = useState(false)
  const told = useRef({ onCode, onFail })
  useEffect(() => {
    told.current = { onCode, onFail }
  })
  useEffect(() => {
    let stream: MediaStream | null = null
    let left = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const run = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 960 } },
        })
        if (left || video.current === null) return stop()
        video.current.srcObject = stream
        await video.current.play()
        const read = await openCodeReader()
        setIsOn(true)
        const look = async () => {
          if (left || video.current === null) return
          try {
            for (const text of await read(video.current)) if (!left) told.current.onCode(text)
          } catch {
            // a frame that was not ready: the next one is
          }
          timer = setTimeout(() => void look(), lookEveryMs)
        }
        void look()
      } catch {
        // No camera, not allowed, or no reader: whoever asked says what to do instead.
        if (!left) told.current.onFail()
      }
    }
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    void run()
    return () => {
      left = true
      clearTimeout(timer)
      stop()
    }
  }, [])
  return (
    <div className="scanner">
      <video ref={video} playsInline muted aria-label={name} />
      <p className="scanner-hint" role="status">
        {isOn ? hint : starting}
      </p>
    </div>
  )
}
