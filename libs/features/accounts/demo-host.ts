/** Who started this process, and can close the demo and open the real installation: `outturn start`. */
export abstract class DemoHost {
  /** Asks for it; false when nobody is there to do it. */
  abstract leaveDemo(): boolean;
}
