export class Recorder { add() {} write() {} }
