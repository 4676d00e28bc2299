package aftermath.testing.wrong.quality;

import aftermath.lakehouse.Lakehouse;

/** Only the program around the pipeline reads and writes. */
public record OpensALakehouse(Lakehouse lakehouse) {}
