import { Screen } from '../ui/Screen.tsx';

export function CaptureScreen() {
  return (
    <Screen title="Capturer">
      <div className="scroll grow pad" />
    </Screen>
  );
}
