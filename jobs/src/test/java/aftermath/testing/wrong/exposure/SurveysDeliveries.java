package aftermath.testing.wrong.exposure;

import aftermath.intake.Survey;

/** Of intake, features know the tables only. */
public record SurveysDeliveries(Survey survey) {}
