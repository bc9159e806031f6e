<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>gd-visualizer</name>
    <message>
        <source>'gd-visualizer --reset-settings' may help: it forgets what was kept from the last time. The details are in {file}.</source>
        <translation>Vielleicht hilft 'gd-visualizer --reset-settings': Das vergisst, was vom letzten Mal behalten wurde. Näheres steht in {file}.</translation>
    </message>
    <message>
        <source>+ keep</source>
        <translation>+ merken</translation>
    </message>
    <message>
        <source>+ points</source>
        <translation>+ Punkte</translation>
    </message>
    <message>
        <source>0, because there is one point only</source>
        <translation>0, weil es nur einen Punkt gibt</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 Spalte</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 Eingang</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>1 Schicht</translation>
    </message>
    <message>
        <source>1 more point</source>
        <translation>1 weiteren Punkts</translation>
    </message>
    <message>
        <source>1 name</source>
        <translation>1 Name</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 Zahl</translation>
    </message>
    <message>
        <source>1 other node</source>
        <translation>1 anderen Knotens</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 Punkt</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>1 row is left</source>
        <translation>1 Zeile bleibt</translation>
    </message>
    <message>
        <source>1 target</source>
        <translation>1 Zielwert</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 Wort</translation>
    </message>
    <message>
        <source>11 − 6: the error is 5.</source>
        <translation>11 − 6: Der Fehler ist 5.</translation>
    </message>
    <message>
        <source>2 × 1 + 3 × 1 = 5 and 2 × (−1) + 3 × 1 = 1; then 5 × 2 + 1 × (−1): the network predicts 9.</source>
        <translation>2 × 1 + 3 × 1 = 5 und 2 × (−1) + 3 × 1 = 1; dann 5 × 2 + 1 × (−1): Das Netz sagt 9 voraus.</translation>
    </message>
    <message>
        <source>2 − (−24) = 26: the error is 68, the loss 4624. Much too far.</source>
        <translation>2 − (−24) = 26: Der Fehler ist 68, der Verlust 4624. Viel zu weit.</translation>
    </message>
    <message>
        <source>2/λ: above this learning rate each step overshoots further than the one before; λ is the largest curvature here, that is, how fast the slope changes</source>
        <translation>2/λ: Über dieser Lernrate schießt jeder Schritt weiter hinaus als der vorige; λ ist die größte Krümmung hier, also wie schnell sich die Steigung ändert</translation>
    </message>
    <message>
        <source>3 × 1 + 4 × 2 = 11.</source>
        <translation>3 × 1 + 4 × 2 = 11.</translation>
    </message>
    <message>
        <source>3 × 2 = 6.</source>
        <translation>3 × 2 = 6.</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>3D is switched off (--no-3d).</source>
        <translation>3D ist ausgeschaltet (--no-3d).</translation>
    </message>
    <message>
        <source>3D: the loss over two weights, as a surface in space</source>
        <translation>3D: der Verlust über zwei Gewichten als Fläche im Raum</translation>
    </message>
    <message>
        <source>6 − 10 = −4: too low.</source>
        <translation>6 − 10 = −4: zu niedrig.</translation>
    </message>
    <message>
        <source>; the weights went from [{before}] to [{after}]</source>
        <translation>; die Gewichte gingen von [{before}] auf [{after}]</translation>
    </message>
    <message>
        <source>; {name} went from {before} to {after}</source>
        <translation>; {name} ging von {before} auf {after}</translation>
    </message>
    <message>
        <source>A curve needs a hidden layer</source>
        <translation>Eine Kurve braucht eine verdeckte Schicht</translation>
    </message>
    <message>
        <source>A field in pitch darkness: feel the slope, step downhill, repeat.</source>
        <translation>Ein Feld in völliger Dunkelheit: die Steigung fühlen, bergab gehen, wiederholen.</translation>
    </message>
    <message>
        <source>A formula of x, as 0.5 * x + sin(2 * x)</source>
        <translation>Eine Formel in x, etwa 0.5 * x + sin(2 * x)</translation>
    </message>
    <message>
        <source>A hidden node’s slope comes from the slopes of the weights that leave it.</source>
        <translation>Die Steigung eines verdeckten Knotens kommt aus den Steigungen der Gewichte, die von ihm ausgehen.</translation>
    </message>
    <message>
        <source>A hundred more: the training loss falls on, the testing loss has turned up.</source>
        <translation>Hundert mehr: Der Trainingsverlust sinkt weiter, der Testverlust hat kehrtgemacht.</translation>
    </message>
    <message>
        <source>A hundred steps on, it has hardly begun to climb along the floor.</source>
        <translation>Hundert Schritte weiter ist es am Boden entlang kaum vorangekommen.</translation>
    </message>
    <message>
        <source>A hundred: the line turns a little further, and the border gets sharper.</source>
        <translation>Hundert: Die Linie dreht sich noch etwas weiter, und die Grenze wird schärfer.</translation>
    </message>
    <message>
        <source>A hundred: valley and hill.</source>
        <translation>Hundert: Tal und Hügel.</translation>
    </message>
    <message>
        <source>A kept run</source>
        <translation>Ein gemerkter Lauf</translation>
    </message>
    <message>
        <source>A larger file gets fewer frames, or a coarser video</source>
        <translation>Eine größere Datei bekommt weniger Bilder oder ein gröberes Video</translation>
    </message>
    <message>
        <source>A larger learning rate, then?</source>
        <translation>Also eine größere Lernrate?</translation>
    </message>
    <message>
        <source>A lesson file</source>
        <translation>Eine Lektionsdatei</translation>
    </message>
    <message>
        <source>A line cannot follow a bend; three hidden nodes, three bends, can.</source>
        <translation>Eine Gerade kann keiner Biegung folgen; drei verdeckte Knoten, drei Biegungen, können es.</translation>
    </message>
    <message>
        <source>A new random start: the loss is {loss}.</source>
        <translation>Ein neuer zufälliger Start: Der Verlust ist {loss}.</translation>
    </message>
    <message>
        <source>A new start with your weights: the loss is {loss}. Back (‹) returns to before.</source>
        <translation>Ein neuer Start mit Ihren Gewichten: Der Verlust ist {loss}. Zurück (‹) stellt wieder her, was vorher war.</translation>
    </message>
    <message>
        <source>A number in the table</source>
        <translation>Eine Zahl der Tabelle</translation>
    </message>
    <message>
        <source>A plateau, nearly flat at {loss}. It goes down to {other} elsewhere.</source>
        <translation>Eine Hochebene, fast flach bei {loss}. Anderswo geht es bis {other} hinab.</translation>
    </message>
    <message>
        <source>A random start. Is the curve rising or falling here?</source>
        <translation>Ein zufälliger Start. Steigt oder fällt die Kurve hier?</translation>
    </message>
    <message>
        <source>A slice through all {count} weights, at this moment: steps are projections.</source>
        <translation>Ein Schnitt durch alle {count} Gewichte, zu diesem Zeitpunkt: Schritte sind Projektionen.</translation>
    </message>
    <message>
        <source>A smaller step: the slope times a learning rate, 1/9.</source>
        <translation>Ein kleinerer Schritt: die Steigung mal eine Lernrate, 1/9.</translation>
    </message>
    <message>
        <source>A valley, but not the deepest: {loss} here, {other} in another.</source>
        <translation>Ein Tal, aber nicht das tiefste: {loss} hier, {other} in einem anderen.</translation>
    </message>
    <message>
        <source>A weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Above, as the map</source>
        <translation>Oben, wie die Karte</translation>
    </message>
    <message>
        <source>Across the valley to the same height on the other side.</source>
        <translation>Über das Tal hinweg, auf dieselbe Höhe gegenüber.</translation>
    </message>
    <message>
        <source>Add points: a click places one, of the other class with Shift</source>
        <translation>Punkte setzen: ein Klick setzt einen, mit Umschalt einen der anderen Klasse</translation>
    </message>
    <message>
        <source>After step {row} the loss fell from {before} to {loss}</source>
        <translation>Nach Schritt {row} fiel der Verlust von {before} auf {loss}</translation>
    </message>
    <message>
        <source>After step {row} the loss is still {loss}{weights}.</source>
        <translation>Nach Schritt {row} ist der Verlust immer noch {loss}{weights}.</translation>
    </message>
    <message>
        <source>After step {row} the loss rose from {before} to {loss}</source>
        <translation>Nach Schritt {row} stieg der Verlust von {before} auf {loss}</translation>
    </message>
    <message>
        <source>After step {row} the numbers overflow.</source>
        <translation>Nach Schritt {row} laufen die Zahlen über.</translation>
    </message>
    <message>
        <source>Against the slope: 2 − 0.01·(−24) = 2.24.</source>
        <translation>Gegen die Steigung: 2 − 0,01·(−24) = 2,24.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All its steps are made by the settings of now.</source>
        <translation>Alle seine Schritte entstehen mit den jetzigen Einstellungen.</translation>
    </message>
    <message>
        <source>All numbers, exact, with decimal points.</source>
        <translation>Alle Zahlen, genau, mit Dezimalpunkt.</translation>
    </message>
    <message>
        <source>All weights move at once, and together they go too far: the loss rises to 16.23.</source>
        <translation>Alle Gewichte bewegen sich zugleich, und zusammen gehen sie zu weit: Der Verlust steigt auf 16,23.</translation>
    </message>
    <message>
        <source>Along the first axis</source>
        <translation>Entlang der ersten Achse</translation>
    </message>
    <message>
        <source>Along the second axis</source>
        <translation>Entlang der zweiten Achse</translation>
    </message>
    <message>
        <source>Alt+Up, Alt+Down in the network</source>
        <translation>Alt+Hoch, Alt+Runter im Netz</translation>
    </message>
    <message>
        <source>Alt+arrows on surface and fit</source>
        <translation>Alt+Pfeile auf Fläche und Anpassung</translation>
    </message>
    <message>
        <source>An error at each point: too low by 4, exact, too low by 1, too low by 1.</source>
        <translation>Ein Fehler an jedem Punkt: um 4 zu niedrig, genau, um 1 zu niedrig, um 1 zu niedrig.</translation>
    </message>
    <message>
        <source>And 40 in all: fast at first, then slowly.</source>
        <translation>Und 40 im Ganzen: erst schnell, dann langsam.</translation>
    </message>
    <message>
        <source>And again, from where you stand now.</source>
        <translation>Und noch einmal, von da, wo man jetzt steht.</translation>
    </message>
    <message>
        <source>And back, for ever.</source>
        <translation>Und zurück, für immer.</translation>
    </message>
    <message>
        <source>And eight hundred in all: a perfect memory, and the worst predictions so far.</source>
        <translation>Und achthundert insgesamt: ein perfektes Gedächtnis, und die schlechtesten Vorhersagen bisher.</translation>
    </message>
    <message>
        <source>And four hundred: nearly as near as the noise allows.</source>
        <translation>Und vierhundert: fast so nah, wie das Rauschen es erlaubt.</translation>
    </message>
    <message>
        <source>And on, until it is flat: no other line has a smaller mean square.</source>
        <translation>Und weiter, bis es flach ist: Keine andere Gerade hat ein kleineres mittleres Quadrat.</translation>
    </message>
    <message>
        <source>And ten steps get to the bottom.</source>
        <translation>Und zehn Schritte kommen unten an.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Lösungen</translation>
    </message>
    <message>
        <source>Arrows choose a weight or a node, Enter or a number types a value</source>
        <translation>Pfeile wählen ein Gewicht oder einen Knoten, Eingabe oder eine Ziffer tippt einen Wert</translation>
    </message>
    <message>
        <source>Arrows in the network</source>
        <translation>Pfeile im Netz</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask: 0.0488 and 0.2369: the one is better, the other worse. What has the network learned in between? The noise of twelve points.
Show: where the dashed curve turns, soon after step 20.
Often wrong: watching the training loss alone.
Remember: Where the testing loss turns up, learning becomes memorising.</source>
        <translation>Fragen: 0,0488 und 0,2369: Das eine ist besser, das andere schlechter. Was hat das Netz dazwischen gelernt? Das Rauschen von zwölf Punkten.
Zeigen: wo die gestrichelte Kurve kehrtmacht, bald nach Schritt 20.
Häufiger Fehler: nur auf den Trainingsverlust sehen.
Merksatz: Wo der Testverlust kehrtmacht, wird aus Lernen Auswendiglernen.</translation>
    </message>
    <message>
        <source>Ask: A flat of average area, 69.625 square metres, has the scaled area 0. Which one has 1? One that is larger by one deviation, by about 23.
Show: the map, round now where it was a ravine; below it stands that the inputs are scaled.
Often wrong: “Scaling changes the data.” It changes the unit, as centimetres do.
Remember: Scaled inputs are all about as wide as each other.</source>
        <translation>Fragen: Eine Wohnung von mittlerer Fläche, 69,625 Quadratmetern, hat die skalierte Fläche 0. Welche hat 1? Eine, die um eine Abweichung größer ist, um etwa 23.
Zeigen: die Karte, jetzt rund, wo sie eine Schlucht war; darunter steht, dass die Eingänge skaliert sind.
Häufiger Fehler: „Skalieren ändert die Daten.“ Es ändert die Einheit, wie Zentimeter.
Merksatz: Skalierte Eingänge sind alle etwa gleich weit.</translation>
    </message>
    <message>
        <source>Ask: A tenth of the rate, the same slopes: what does it do? The loss falls from 16 to 10.66, by a third in a single step.
Show: the prediction, 9.735 instead of 9. The error is −3.265.
Often wrong: calling 0.001 a slow rate. In a network of several layers it may be just right.
Remember: If the loss rises, first try a smaller rate.</source>
        <translation>Fragen: Ein Zehntel der Rate, dieselben Steigungen: Was bringt das? Der Verlust sinkt von 16 auf 10,66, um ein Drittel in einem einzigen Schritt.
Zeigen: die Vorhersage, 9,735 statt 9. Der Fehler ist −3,265.
Häufiger Fehler: 0,001 für eine langsame Rate halten. In einem Netz mit mehreren Schichten kann sie gerade richtig sein.
Merksatz: Steigt der Verlust, versucht man es zuerst mit einer kleineren Rate.</translation>
    </message>
    <message>
        <source>Ask: After 100 steps the loss is 0.08164, after 1,000 it would be 0.02999. Which way does it still have to go? Up, to a weight of about 0.2 for the floor.
Show: the curve is level, and yet the point is far from the lowest place.
Often wrong: “Level, so it is done.” It creeps.
Remember: What is safe for the wide input is far too slow for the narrow one.</source>
        <translation>Fragen: Nach 100 Schritten ist der Verlust 0,08164, nach 1.000 wäre er 0,02999. Wohin muss es noch? Nach oben, zu einem Gewicht der Etage von etwa 0,2.
Zeigen: Die Kurve ist waagrecht, und doch ist der Punkt weit von der tiefsten Stelle.
Häufiger Fehler: „Waagrecht, also fertig.“ Es kriecht.
Merksatz: Was für den weiten Eingang sicher ist, ist für den engen viel zu langsam.</translation>
    </message>
    <message>
        <source>Ask: All but one of the training points are right. Why does the loss still fall? Right is not enough: predictions are to come near −1 and 1.
Show: the dashed curve, the loss of the testing points, falls as well.
Often wrong: taking accuracy and loss for the same thing.
Remember: The loss asks how sure, accuracy only which side.</source>
        <translation>Fragen: Alle Trainingspunkte bis auf einen sind richtig. Warum sinkt der Verlust noch? Richtig genügt nicht: Vorhersagen sollen nahe an −1 und 1 kommen.
Zeigen: Die gestrichelte Kurve, der Verlust der Testpunkte, sinkt auch.
Häufiger Fehler: Trefferquote und Verlust für dasselbe halten.
Merksatz: Der Verlust fragt, wie sicher, die Trefferquote nur, auf welcher Seite.</translation>
    </message>
    <message>
        <source>Ask: All points are right. What shape is the border? A triangle with round corners more than a circle, from three edges.
Show: the testing points, hollow, are right too: loss 0.03056, testing loss 0.03275.
Often wrong: “It has found the circle.” It has found something that serves as well.
Remember: The last node combines what the hidden ones see.</source>
        <translation>Fragen: Alle Punkte sind richtig. Welche Form hat die Grenze? Eher ein Dreieck mit runden Ecken als ein Kreis, aus drei Kanten.
Zeigen: Die Testpunkte, hohl, sind auch richtig: Verlust 0,03056, Testverlust 0,03275.
Häufiger Fehler: „Es hat den Kreis gefunden.“ Es hat etwas gefunden, das ebenso gut dient.
Merksatz: Der letzte Knoten verbindet, was die verdeckten sehen.</translation>
    </message>
    <message>
        <source>Ask: All training points have been right for long. What are the steps still doing? The weights grow, so the white strip along the line gets narrower.
Show: loss 0.008529, testing loss 0.007956: what it has not seen it does as well.
Often wrong: “More steps, more accuracy.” There was nothing left to win.
Remember: It has learned the clouds, not the points.</source>
        <translation>Fragen: Alle Trainingspunkte sind längst richtig. Was tun die Schritte noch? Die Gewichte wachsen, darum wird der weiße Streifen an der Linie schmaler.
Zeigen: Verlust 0,008529, Testverlust 0,007956: Was das Netz nicht gesehen hat, kann es ebenso gut.
Häufiger Fehler: „Mehr Schritte, mehr Treffer.“ Es war nichts mehr zu gewinnen.
Merksatz: Es hat die Wolken gelernt, nicht die Punkte.</translation>
    </message>
    <message>
        <source>Ask: All weights are 0, so every price is predicted as 0. Which weight has the larger slope, that of the area or that of the floor? −398.3 against −15.02.
Show: the map is a narrow ravine, steep to the left and right, nearly level along its floor.
Often wrong: “The larger slope belongs to the more important input.” It belongs to the larger numbers.
Remember: A slope is multiplied by its input.</source>
        <translation>Fragen: Alle Gewichte sind 0, also wird jeder Preis als 0 vorhergesagt. Welches Gewicht hat die größere Steigung, das der Fläche oder das der Etage? −398,3 gegen −15,02.
Zeigen: Die Karte ist eine enge Schlucht, links und rechts steil, am Boden entlang fast eben.
Häufiger Fehler: „Die größere Steigung gehört zum wichtigeren Eingang.“ Sie gehört zu den größeren Zahlen.
Merksatz: Eine Steigung wird mit ihrem Eingang malgenommen.</translation>
    </message>
    <message>
        <source>Ask: Before, it flew apart above 0.00019. Where is the limit now? At about 0.93; we take 0.3.
Show: the loss fell from 7.468 to 1.207, and all the weights have moved, towards the middle of the bowl.
Often wrong: “The ravine was better, 0.135 after one step.” Look at what comes next.
Remember: In a round bowl one rate suits all directions.</source>
        <translation>Fragen: Vorher flog es über 0,00019 auseinander. Wo ist die Grenze jetzt? Bei etwa 0,93; wir nehmen 0,3.
Zeigen: Der Verlust fiel von 7,468 auf 1,207, und alle Gewichte haben sich bewegt, zur Mitte der Schüssel.
Häufiger Fehler: „Die Schlucht war besser, 0,135 nach einem Schritt.“ Abwarten, was als Nächstes kommt.
Merksatz: In einer runden Schüssel passt eine Rate für alle Richtungen.</translation>
    </message>
    <message>
        <source>Ask: Do the slope by hand. With the weight 2.01 the prediction is 6.03, the error −3.97 and its square 15.76. How fast did the loss fall? From 16 by 0.24, for 0.01 of weight: about −24.
Show: the error −4 and the loss 16.
Remember: The slope is the change of the loss for a unit of the weight.</source>
        <translation>Fragen: Die Steigung von Hand. Mit dem Gewicht 2,01 ist die Vorhersage 6,03, der Fehler −3,97 und sein Quadrat 15,76. Wie schnell fiel der Verlust? Von 16 um 0,24, bei 0,01 Gewicht: etwa −24.
Zeigen: den Fehler −4 und den Verlust 16.
Merksatz: Die Steigung ist die Änderung des Verlusts je Einheit des Gewichts.</translation>
    </message>
    <message>
        <source>Ask: Does it ever arrive? Let them guess the next step. This one was 0.2603, again about a third of the one before.
Show: how the curve gets flatter from point to point. The loss is 0.589 now.
Ask then: And from the other side, from 4.5? Which way must the weight go there?
Remember: The descent brakes by itself, since the slope shrinks on the way to the bottom.</source>
        <translation>Fragen: Kommt es je an? Den nächsten Schritt raten lassen. Dieser war 0,2603, wieder etwa ein Drittel des vorigen.
Zeigen: wie die Kurve von Punkt zu Punkt flacher wird. Der Verlust ist jetzt 0,589.
Dann fragen: Und von der anderen Seite, von 4,5? Wohin muss das Gewicht da?
Merksatz: Der Abstieg bremst von selbst, weil die Steigung auf dem Weg nach unten schrumpft.</translation>
    </message>
    <message>
        <source>Ask: Every slope was right, and the loss rose from 16 to 16.23. Who made the mistake? Nobody: the step was too long.
Show: the prediction went from 9 to 17.03, the error from −4 to 4.029. On the map the step leads across the valley to the other side.
Often wrong: searching for a wrong sign.
Remember: A slope promises something for a small step only, and here six weights moved at once.</source>
        <translation>Fragen: Jede Steigung war richtig, und der Verlust stieg von 16 auf 16,23. Wer hat den Fehler gemacht? Niemand: Der Schritt war zu lang.
Zeigen: Die Vorhersage ging von 9 auf 17,03, der Fehler von −4 auf 4,029. Auf der Karte führt der Schritt über das Tal auf die andere Seite.
Häufiger Fehler: nach einem falschen Vorzeichen suchen.
Merksatz: Eine Steigung verspricht nur für einen kleinen Schritt etwas, und hier haben sich sechs Gewichte zugleich bewegt.</translation>
    </message>
    <message>
        <source>Ask: Flat, at a weight of about 1.5 and a loss of 0.5. How do we know that nothing lies lower? Only because we see the whole curve. Remind them of the two valleys in the dark.
Often wrong: expecting a loss of 0. The predictions 1.5, 3 and 4.5 cannot meet 2, 2 and 5.
Remember: Flat ends the descent, but it proves nothing.</source>
        <translation>Fragen: Flach, bei einem Gewicht von etwa 1,5 und einem Verlust von 0,5. Woher wissen wir, dass nichts tiefer liegt? Nur, weil wir die ganze Kurve sehen. An die zwei Täler im Dunkeln erinnern.
Häufiger Fehler: den Verlust 0 erwarten. Die Vorhersagen 1,5; 3 und 4,5 können 2, 2 und 5 nicht treffen.
Merksatz: Flach beendet den Abstieg, aber es beweist nichts.</translation>
    </message>
    <message>
        <source>Ask: For which weights can we already work out the slope? The two output weights: it is the rule of one weight. And the four in front of the hidden nodes? Leave that open.
Show: predicted 9, actual 13, error −4, so the slope at the prediction is 2 · (−4) = −8.
Remember: We begin at the output and go backwards.</source>
        <translation>Fragen: Für welche Gewichte können wir die Steigung schon ausrechnen? Für die zwei Ausgangsgewichte: Es ist die Regel für ein Gewicht. Und für die vier vor den verdeckten Knoten? Offen lassen.
Zeigen: vorhergesagt 9, wahr 13, Fehler −4, also ist die Steigung an der Vorhersage 2 · (−4) = −8.
Merksatz: Wir beginnen am Ausgang und gehen rückwärts.</translation>
    </message>
    <message>
        <source>Ask: For w₁ the four points have the slopes −6, 2, −36 and −32. Who wants it larger, who smaller? Point 2 alone wants it smaller and is outvoted.
Show: the line with the mean, −72 ÷ 4 = −18.
Often wrong: taking the sum, or one point’s slope.
Remember: The slope over all points is the mean of theirs.</source>
        <translation>Fragen: Für w₁ haben die vier Punkte die Steigungen −6, 2, −36 und −32. Wer will es größer, wer kleiner? Nur Punkt 2 will es kleiner und wird überstimmt.
Zeigen: die Zeile mit dem Mittel, −72 ÷ 4 = −18.
Häufiger Fehler: die Summe nehmen, oder die Steigung eines Punkts.
Merksatz: Die Steigung über alle Punkte ist das Mittel ihrer Steigungen.</translation>
    </message>
    <message>
        <source>Ask: Had you expected a second valley? Let somebody explain why it is just as deep: with the signs of both weights turned the prediction is the same.
Show: our valley below on the left, the other above on the right, and between them the saddle at 0 and 0 with the loss 1.777. It is flat there, and not low.
Ask then: If we start at −0.6 and 2.2, which valley will it be?
Remember: A network can have several sets of weights that are equally good.</source>
        <translation>Fragen: Hätten Sie ein zweites Tal erwartet? Jemanden erklären lassen, warum es genauso tief ist: Dreht man die Vorzeichen beider Gewichte um, bleibt die Vorhersage dieselbe.
Zeigen: unser Tal links unten, das andere rechts oben und dazwischen der Sattel bei 0 und 0 mit dem Verlust 1,777. Dort ist es flach, und nicht tief.
Dann fragen: Wenn wir bei −0,6 und 2,2 starten, welches Tal wird es?
Merksatz: Ein Netz kann mehrere Sätze von Gewichten haben, die gleich gut sind.</translation>
    </message>
    <message>
        <source>Ask: Half the rate, from the same start. Where does the first step land? Have them reckon: 24/18 is about 1.333, and 2 + 1.333 = 3.333.
Often wrong: “Half the rate needs twice as many steps.”
Show: the start, again at 2, and both kept runs.
Remember: To compare learning rates, start from the same place.</source>
        <translation>Fragen: Die halbe Rate, vom selben Start. Wo landet der erste Schritt? Rechnen lassen: 24/18 ist etwa 1,333, und 2 + 1,333 = 3,333.
Häufiger Fehler: „Die halbe Rate braucht doppelt so viele Schritte.“
Zeigen: den Start, wieder bei 2, und die beiden gemerkten Läufe.
Merksatz: Wer Lernraten vergleicht, startet von derselben Stelle.</translation>
    </message>
    <message>
        <source>Ask: Have we arrived? Take a vote, and ask both sides for a reason. The answer is no, but let the run say so.
Show: The loss fell by 4.638, by 1.745 and now by 0.557, to 1.738; the slope along w₁ is still 1.066.
Often wrong: “The steps get small, so we are at the bottom.”
Remember: Flatter ground is not yet low ground.</source>
        <translation>Fragen: Sind wir da? Abstimmen und beide Seiten begründen lassen. Die Antwort ist nein, aber das soll der Lauf sagen.
Zeigen: Der Verlust fiel um 4,638, um 1,745 und jetzt um 0,557 auf 1,738; die Steigung entlang w₁ ist noch 1,066.
Häufiger Fehler: „Die Schritte werden klein, also sind wir unten.“
Merksatz: Flacherer Boden ist noch kein tiefer Boden.</translation>
    </message>
    <message>
        <source>Ask: How long is the step with 1/9? 24/9 is about 2.667, so the weight becomes 4.667. The lowest place is at 3.333: let them say where that puts us.
Show: the learning rate, a fraction on purpose, since 0.111 is not 1/9. The run before stays for comparison.
Remember: New weight is weight minus learning rate times slope.</source>
        <translation>Fragen: Wie lang ist der Schritt mit 1/9? 24/9 ist etwa 2,667, das Gewicht wird also 4,667. Die tiefste Stelle ist bei 3,333: sagen lassen, wo wir dann stehen.
Zeigen: die Lernrate, mit Absicht ein Bruch, denn 0,111 ist nicht 1/9. Der Lauf von vorhin bleibt zum Vergleich.
Merksatz: Neues Gewicht ist Gewicht minus Lernrate mal Steigung.</translation>
    </message>
    <message>
        <source>Ask: How many steps took the loss below 0.2? Five, to 0.1702; the slow run needed 30. Why does it swing?
Show: the path. Across the valley, where it is steep, each step goes past the floor; along the valley it goes straight on.
Often wrong: taking the swinging for a mistake of the program.
Remember: The steepest direction sets the limit for the rate.</source>
        <translation>Fragen: Wie viele Schritte brachten den Verlust unter 0,2? Fünf, auf 0,1702; der langsame Lauf brauchte 30. Warum schwingt es?
Zeigen: den Weg. Quer zum Tal, wo es steil ist, geht jeder Schritt über den Grund hinaus; längs des Tals geht es geradeaus.
Häufiger Fehler: das Schwingen für einen Fehler des Programms halten.
Merksatz: Die steilste Richtung setzt der Rate die Grenze.</translation>
    </message>
    <message>
        <source>Ask: How much of the way was done after ten steps? The loss was 4.648 then, out of 36.75. And in the last ten? From 0.1996 to 0.136.
Often wrong: “The curve is level, so the loss is 0, or learning is over.” It could still fall to 0.1267.
Show: how the steps crowd together on the map.
Remember: Fast at first, then slowly; a level curve is no proof of the end.</source>
        <translation>Fragen: Wie viel vom Weg war nach zehn Schritten geschafft? Der Verlust war da 4,648, von 36,75. Und in den letzten zehn? Von 0,1996 auf 0,136.
Häufiger Fehler: „Die Kurve ist waagrecht, also ist der Verlust 0 oder das Lernen vorbei.“ Er könnte noch bis 0,1267 sinken.
Zeigen: wie sich die Schritte auf der Karte drängen.
Merksatz: Erst schnell, dann langsam; eine waagrechte Kurve beweist kein Ende.</translation>
    </message>
    <message>
        <source>Ask: How would you say in one number how bad these weights are? Write all proposals on the board and judge none yet: the sum, the largest error, the sum of their sizes.
Show: point 3, where 14 is predicted and 9 is actual.
Often wrong: taking the sum as it is. It was −6 before and is 6 now, which settles nothing.
Remember: To compare two sets of weights we need one number.</source>
        <translation>Fragen: Wie sagt man in einer Zahl, wie schlecht diese Gewichte sind? Alle Vorschläge an die Tafel schreiben und noch keinen bewerten: die Summe, der größte Fehler, die Summe der Beträge.
Zeigen: Punkt 3, wo 14 vorhergesagt und 9 wahr ist.
Häufiger Fehler: die Summe nehmen, wie sie ist. Sie war vorher −6 und ist jetzt 6; das entscheidet nichts.
Merksatz: Um zwei Sätze von Gewichten zu vergleichen, brauchen wir eine Zahl.</translation>
    </message>
    <message>
        <source>Ask: If the weight grew from 2 to 2.1, how much would the prediction grow? By 0.3.
Often wrong: 0.1. The input 3 multiplies every change of the weight.
Show: the 3 on the left, the weight 2 on the edge, the 6 on the right. The 3 comes back as a factor of the slope.
Remember: The prediction moves 3 times as fast as the weight, because the input is 3.</source>
        <translation>Fragen: Wenn das Gewicht von 2 auf 2,1 wüchse, um wie viel wüchse die Vorhersage? Um 0,3.
Häufiger Fehler: 0,1. Der Eingang 3 vervielfacht jede Änderung des Gewichts.
Zeigen: links die 3, auf der Kante das Gewicht 2, rechts die 6. Die 3 kommt als Faktor der Steigung wieder.
Merksatz: Die Vorhersage bewegt sich 3-mal so schnell wie das Gewicht, weil der Eingang 3 ist.</translation>
    </message>
    <message>
        <source>Ask: Inputs 3 and 4, weights 1 and 2. Where does the 11 come from? Let somebody say the whole sum aloud.
Often wrong: pairing them the wrong way, 3 × 2 + 4 × 1 = 10.
Show: each input with the edge that leaves it. In NumPy this is one product and one sum.
Remember: Each input goes with its own weight, and the node adds up.</source>
        <translation>Fragen: Eingänge 3 und 4, Gewichte 1 und 2. Woher kommt die 11? Jemanden die ganze Summe laut sagen lassen.
Häufiger Fehler: falsch zuordnen, 3 × 2 + 4 × 1 = 10.
Zeigen: jeden Eingang mit der Kante, die von ihm ausgeht. In NumPy ist das ein Produkt und eine Summe.
Merksatz: Zu jedem Eingang gehört sein eigenes Gewicht, und der Knoten addiert.</translation>
    </message>
    <message>
        <source>Ask: Is the error 4 or −4? Wait for a reason, not only for a vote.
Often wrong: computing actual minus predicted. Both are used in the literature; here it is 9 − 13 = −4, all lecture long, and every sign later hangs on it.
Show: the error beside the prediction. Minus means too low.
Remember: Error is predicted minus actual; a negative error means the prediction is too low.</source>
        <translation>Fragen: Ist der Fehler 4 oder −4? Auf eine Begründung warten, nicht nur auf eine Abstimmung.
Häufiger Fehler: wahrer Wert minus Vorhersage rechnen. Beides kommt in der Literatur vor; hier gilt 9 − 13 = −4, die ganze Vorlesung lang, und jedes spätere Vorzeichen hängt daran.
Zeigen: den Fehler neben der Vorhersage. Minus heißt zu niedrig.
Merksatz: Fehler ist Vorhersage minus wahrer Wert; ein negativer Fehler heißt, die Vorhersage ist zu niedrig.</translation>
    </message>
    <message>
        <source>Ask: Is the network off by 50 on average? Wait. It is not: no error is larger than 10.
Show: (100 + 25 + 25) ÷ 3 = 50, and the square beside the axis. It is the mean of the squares; its side, about 7.07, is of the size of the errors.
Remember: The loss is one number for all points, and lower is better; 0 would mean exact everywhere.</source>
        <translation>Fragen: Liegt das Netz im Mittel um 50 daneben? Warten. Nein: Kein Fehler ist größer als 10.
Zeigen: (100 + 25 + 25) ÷ 3 = 50, und das Quadrat neben der Achse. Es ist das Mittel der Quadrate; seine Seite, etwa 7,07, hat die Größe der Fehler.
Merksatz: Der Verlust ist eine Zahl für alle Punkte, und niedriger ist besser; 0 hieße überall genau.</translation>
    </message>
    <message>
        <source>Ask: Is the slope at hidden node 2 already 0? No: −6 × 1 × (−1) = 6. Which factor makes it 0, then?
Show: 6 × 2 × 0 = 0. The slope arrives at the node and does not get through.
Often wrong: “Slope 0, so these weights are perfect.” They are only deaf: a small change of them changes nothing.
Remember: A slope of 0 can mean arrived, or shut.</source>
        <translation>Fragen: Ist die Steigung am verdeckten Knoten 2 schon 0? Nein: −6 × 1 × (−1) = 6. Welcher Faktor macht sie dann zu 0?
Zeigen: 6 × 2 × 0 = 0. Die Steigung kommt am Knoten an und nicht hindurch.
Häufiger Fehler: „Steigung 0, also sind diese Gewichte perfekt.“ Sie sind nur taub: Eine kleine Änderung an ihnen ändert nichts.
Merksatz: Die Steigung 0 kann heißen: angekommen, oder verschlossen.</translation>
    </message>
    <message>
        <source>Ask: Is this the only way to an error of 0? Let somebody find another one by dragging a weight in the diagram. The first output weight at 2.8 and the second at −1 would do too.
Often wrong: “Error 0, so we are finished.” That is one point only.
Remember: Many sets of weights fit one point, and that is why we need more points.</source>
        <translation>Fragen: Ist das der einzige Weg zum Fehler 0? Jemanden im Diagramm ein Gewicht ziehen und einen anderen finden lassen. Das erste Ausgangsgewicht auf 2,8 und das zweite auf −1 ginge auch.
Häufiger Fehler: „Fehler 0, also sind wir fertig.“ Das ist nur ein einziger Punkt.
Merksatz: Zu einem Punkt passen viele Sätze von Gewichten, und darum brauchen wir mehr Punkte.</translation>
    </message>
    <message>
        <source>Ask: One weight, 2, and the inputs 5, 4 and 3. Which weight would suit point 1, where 20 is actual? And which one point 2, where it is 3?
Show: the table, row by row. Point 1 wants 4, point 2 wants 0.75.
Remember: No single weight serves all three points, so we must say what “best” means.</source>
        <translation>Fragen: Ein Gewicht, 2, und die Eingänge 5, 4 und 3. Welches Gewicht wäre für Punkt 1 richtig, wo 20 wahr ist? Und welches für Punkt 2, wo es 3 ist?
Zeigen: die Tabelle, Zeile für Zeile. Punkt 1 will 4, Punkt 2 will 0,75.
Merksatz: Kein einzelnes Gewicht passt für alle drei Punkte, also müssen wir sagen, was „am besten“ heißt.</translation>
    </message>
    <message>
        <source>Ask: Read from left to right: is the curve rising or falling at the point? Hands up for each.
Often wrong: looking from the point towards the valley. Then it falls from everywhere; insist on left to right.
Show: the point, drawn at random: weight −1.8148, loss 51.78.
Remember: The slope says what happens when the weight grows.</source>
        <translation>Fragen: Von links nach rechts gelesen: Steigt oder fällt die Kurve am Punkt? Beides mit Handzeichen.
Häufiger Fehler: vom Punkt aus zum Tal schauen. Dann fällt es von überall; auf links nach rechts bestehen.
Zeigen: den Punkt, zufällig gezogen: Gewicht −1,8148, Verlust 51,78.
Merksatz: Die Steigung sagt, was geschieht, wenn das Gewicht wächst.</translation>
    </message>
    <message>
        <source>Ask: Suppose we had every point twice. What would the sum be? 300. Would the model be worse? No.
Show: Of the 150, point 1 alone brings 100.
Often wrong: comparing sums of data sets of different size.
Remember: A sum grows with the number of points, so it does not tell how good a model is.</source>
        <translation>Fragen: Angenommen, wir hätten jeden Punkt doppelt. Wie groß wäre die Summe? 300. Wäre das Modell schlechter? Nein.
Zeigen: Von den 150 bringt Punkt 1 allein 100.
Häufiger Fehler: Summen von verschieden großen Datensätzen vergleichen.
Merksatz: Eine Summe wächst mit der Zahl der Punkte, darum sagt sie nicht, wie gut ein Modell ist.</translation>
    </message>
    <message>
        <source>Ask: The error halved, from 5 to 2.5. Did the loss halve too? No: from 25 to 6.25, a quarter. What is the error after one more step? 1.25.
Show: the new prediction, 3 × 0.7 + 4 × 1.6 = 8.5, where 6 is actual.
Remember: Forward, error, slopes, update, and then all over again.</source>
        <translation>Fragen: Der Fehler hat sich halbiert, von 5 auf 2,5. Der Verlust auch? Nein: von 25 auf 6,25, ein Viertel. Wie groß ist der Fehler nach noch einem Schritt? 1,25.
Zeigen: die neue Vorhersage, 3 × 0,7 + 4 × 1,6 = 8,5, wo 6 wahr ist.
Merksatz: Vorwärts, Fehler, Steigungen, Anpassen, und dann alles von vorn.</translation>
    </message>
    <message>
        <source>Ask: The error −10 is twice as large as 5. How many times as much does it count? Four times: 100 against 25.
Often wrong: (−10)² = −100, typed without brackets.
Show: the squares, each error being a side. One wild point would outweigh all the others.
Remember: Squaring takes the sign away and makes large errors count most.</source>
        <translation>Fragen: Der Fehler −10 ist doppelt so groß wie 5. Wievielmal so viel zählt er? Viermal: 100 gegen 25.
Häufiger Fehler: (−10)² = −100, ohne Klammern getippt.
Zeigen: die Quadrate, mit jedem Fehler als Seite. Ein einziger Ausreißer würde alle anderen überstimmen.
Merksatz: Quadrieren nimmt das Vorzeichen weg und lässt große Fehler am meisten zählen.</translation>
    </message>
    <message>
        <source>Ask: The first is −8 × 5 × 1 = −40. What is the second, and why is it so much smaller? −8 × 1 × 1 = −8: the node that feeds it has only the value 1.
Often wrong: multiplying by the inputs 2 and 3. What feeds an output weight is a hidden node.
Remember: The value that feeds the weight decides, wherever it comes from.</source>
        <translation>Fragen: Die erste ist −8 × 5 × 1 = −40. Wie groß ist die zweite, und warum so viel kleiner? −8 × 1 × 1 = −8: Der Knoten, der es speist, hat nur den Wert 1.
Häufiger Fehler: mit den Eingängen 2 und 3 multiplizieren. Ein Ausgangsgewicht wird von einem verdeckten Knoten gespeist.
Merksatz: Es zählt der Wert, der das Gewicht speist, woher er auch kommt.</translation>
    </message>
    <message>
        <source>Ask: The loss fell from 0.7577 to 0.04775. Which part of the wave does it follow already?
Show: the weights on the right decide how much of each bend is added, and with which sign.
Often wrong: expecting one node to learn one part of the curve. They share.
Remember: The output is a sum of bends.</source>
        <translation>Fragen: Der Verlust fiel von 0,7577 auf 0,04775. Welchem Teil der Welle folgt die Kurve schon?
Zeigen: Die Gewichte rechts entscheiden, wie viel von jeder Biegung dazukommt und mit welchem Vorzeichen.
Häufiger Fehler: erwarten, dass ein Knoten einen Teil der Kurve lernt. Sie teilen sich die Arbeit.
Merksatz: Der Ausgang ist eine Summe von Biegungen.</translation>
    </message>
    <message>
        <source>Ask: The loss fell from 0.8613 to 0.5546. Where was the line before? The pale one.
Show: eight of ten training points are on the right side after a single step.
Often wrong: expecting that the line jumps to the right place at once.
Remember: Each step turns and moves the line a little.</source>
        <translation>Fragen: Der Verlust fiel von 0,8613 auf 0,5546. Wo war die Linie vorher? Das ist die blasse.
Zeigen: Acht von zehn Trainingspunkten liegen nach einem einzigen Schritt auf der richtigen Seite.
Häufiger Fehler: erwarten, dass die Linie sofort an die richtige Stelle springt.
Merksatz: Jeder Schritt dreht und verschiebt die Linie ein wenig.</translation>
    </message>
    <message>
        <source>Ask: The loss fell from 36.75 to 29.58. Did every point gain? Let them look in the table.
Show: Point 2 went from an error of 1 to 1.06. It lost a little, and points 3 and 4 gained a lot.
Often wrong: stopping here, as if one step were the whole of learning.
Remember: The loss falls for all points together, not for each of them.</source>
        <translation>Fragen: Der Verlust fiel von 36,75 auf 29,58. Haben alle Punkte gewonnen? In der Tabelle nachsehen lassen.
Zeigen: Punkt 2 ging von einem Fehler von 1 auf 1,06. Er hat ein wenig verloren, und die Punkte 3 und 4 haben viel gewonnen.
Häufiger Fehler: hier aufhören, als wäre ein Schritt schon das ganze Lernen.
Merksatz: Der Verlust sinkt für alle Punkte zusammen, nicht für jeden.</translation>
    </message>
    <message>
        <source>Ask: The loss fell from 5.709 to 3.591. What happened to the line? It turned: its slope was −0.5 and is 0.2245.
Show: the pale line is the one before the step; the point on the map has moved as well.
Often wrong: thinking of two steps, one for the slope and one for the height. Both weights move at once.
Remember: One point on the map is one line.</source>
        <translation>Fragen: Der Verlust fiel von 5,709 auf 3,591. Was ist mit der Geraden geschehen? Sie hat sich gedreht: Ihre Steigung war −0,5 und ist 0,2245.
Zeigen: Die blasse Gerade ist die vor dem Schritt; auch der Punkt auf der Karte ist gewandert.
Häufiger Fehler: an zwei Schritte denken, einen für die Steigung und einen für die Höhe. Beide Gewichte bewegen sich zugleich.
Merksatz: Ein Punkt auf der Karte ist eine Gerade.</translation>
    </message>
    <message>
        <source>Ask: The loss fell from 7.468 to 0.135 in one step. Are we nearly done? It could get down to 0.001357, a hundredth of that.
Show: the weight of the area has moved, the one of the floor hardly.
Often wrong: taking a rate of 0.0001 for overcautious. Above 0.00019 it flies apart.
Remember: The steepest direction sets the limit for the rate.</source>
        <translation>Fragen: Der Verlust fiel in einem Schritt von 7,468 auf 0,135. Sind wir fast fertig? Er könnte bis auf 0,001357 sinken, ein Hundertstel davon.
Zeigen: Das Gewicht der Fläche hat sich bewegt, das der Etage kaum.
Häufiger Fehler: eine Rate von 0,0001 für übervorsichtig halten. Über 0,00019 fliegt alles auseinander.
Merksatz: Die steilste Richtung setzt der Rate die Grenze.</translation>
    </message>
    <message>
        <source>Ask: The loss is 0.001357. How much further could it fall? Not at all, as far as one can read. The ravine had 0.08164 after a hundred steps.
Show: the path goes straight to the middle.
Often wrong: reading the weight 0.6878 as a price by the square metre. Divide by the deviation first: 0.6878 ÷ 23.016 ≈ 0.02988.
Remember: Scale the inputs before you search for a learning rate.</source>
        <translation>Fragen: Der Verlust ist 0,001357. Wie viel weiter könnte er sinken? Gar nicht, so weit man lesen kann. Die Schlucht hatte 0,08164 nach hundert Schritten.
Zeigen: Der Weg geht gerade zur Mitte.
Häufiger Fehler: das Gewicht 0,6878 als Preis für den Quadratmeter lesen. Erst durch die Abweichung teilen: 0,6878 ÷ 23,016 ≈ 0,02988.
Merksatz: Erst die Eingänge skalieren, dann eine Lernrate suchen.</translation>
    </message>
    <message>
        <source>Ask: The loss is 0.012. The points were made with noise of 0.1, and that alone costs about 0.1² = 0.01. How much is left to learn? Hardly anything.
Show: the pictures of the nodes. Each is still one bend.
Often wrong: “With enough steps it would get to 0.” Then it would have learned the noise.
Remember: A curve needs a hidden layer, and three bends are enough for this one.</source>
        <translation>Fragen: Der Verlust ist 0,012. Die Punkte haben ein Rauschen von 0,1, und das allein kostet etwa 0,1² = 0,01. Wie viel ist noch zu lernen? Fast nichts.
Zeigen: die Bilder der Knoten. Jeder ist noch immer eine Biegung.
Häufiger Fehler: „Mit genug Schritten käme es auf 0.“ Dann hätte es das Rauschen gelernt.
Merksatz: Eine Kurve braucht eine verdeckte Schicht, und für diese reichen drei Biegungen.</translation>
    </message>
    <message>
        <source>Ask: The loss is 0.02156. Where is the largest error left? At the right end, 0.364: there is no point beyond that would pull the curve down.
Show: the errors as lines from the curve to the points; they are short now, and on both sides.
Often wrong: trying to get every error to 0. The points have noise.
Remember: A good fit has errors on both sides of the curve.</source>
        <translation>Fragen: Der Verlust ist 0,02156. Wo ist der größte Fehler geblieben? Am rechten Ende, 0,364: Dahinter ist kein Punkt, der die Kurve hinunterzöge.
Zeigen: die Fehler als Striche von der Kurve zu den Punkten; sie sind jetzt kurz, und auf beiden Seiten.
Häufiger Fehler: jeden Fehler auf 0 bringen wollen. Die Punkte rauschen.
Merksatz: Eine gute Anpassung hat Fehler auf beiden Seiten der Kurve.</translation>
    </message>
    <message>
        <source>Ask: The loss is 0.08617, the testing loss 0.1251. Would you stop here? Let them decide, and write it down.
Show: the curve is smooth, and near the hollow points too.
Often wrong: expecting both numbers to be equal. The testing loss is usually higher.
Remember: As long as both fall, it learns.</source>
        <translation>Fragen: Der Verlust ist 0,08617, der Testverlust 0,1251. Würden Sie hier aufhören? Entscheiden lassen und aufschreiben.
Zeigen: Die Kurve ist glatt, und auch nah an den hohlen Punkten.
Häufiger Fehler: erwarten, dass beide Zahlen gleich sind. Der Testverlust ist meist höher.
Merksatz: Solange beide sinken, lernt es.</translation>
    </message>
    <message>
        <source>Ask: The loss is 0.1216 and will not get to 0. Why? The points do not lie on any line.
Show: drag a point far away and let it run again: the line follows it, because a far point has a huge square.
Often wrong: “It has not learned yet, the loss is not 0.” It is the best line there is.
Remember: Gradient descent has found the line of least squares.</source>
        <translation>Fragen: Der Verlust ist 0,1216 und wird nie 0. Warum? Die Punkte liegen auf keiner Geraden.
Zeigen: einen Punkt weit wegziehen und noch einmal laufen lassen: Die Gerade folgt ihm, denn ein ferner Punkt hat ein riesiges Quadrat.
Häufiger Fehler: „Es hat noch nicht gelernt, der Verlust ist nicht 0.“ Es ist die beste Gerade, die es gibt.
Merksatz: Der Gradientenabstieg hat die Gerade der kleinsten Quadrate gefunden.</translation>
    </message>
    <message>
        <source>Ask: The loss is 2.26. Has every point gained? The last one has lost: its error was −0.923 and is −1.258.
Show: on the map the path first crosses the valley and then follows it.
Often wrong: “Each step makes each square smaller.” Only their mean has to shrink.
Remember: The line gives up a little here to win more there.</source>
        <translation>Fragen: Der Verlust ist 2,26. Hat jeder Punkt gewonnen? Der letzte hat verloren: Sein Fehler war −0,923 und ist −1,258.
Zeigen: Auf der Karte quert der Weg erst das Tal und folgt ihm dann.
Häufiger Fehler: „Jeder Schritt macht jedes Quadrat kleiner.“ Nur ihr Mittel muss schrumpfen.
Merksatz: Die Gerade gibt hier ein wenig auf, um dort mehr zu gewinnen.</translation>
    </message>
    <message>
        <source>Ask: The loss was 36.75, 29.58, 23.92 and is 19.41. What comes next? Let them guess: 15.77.
Show: the loss curve. It fell by 7.168, 5.657 and 4.518: less each time.
Often wrong: drawing the curve on as a straight line. It would be below 0 in five more steps.
Remember: Smaller slope, smaller step, smaller gain.</source>
        <translation>Fragen: Der Verlust war 36,75; 29,58; 23,92 und ist 19,41. Was kommt als Nächstes? Raten lassen: 15,77.
Zeigen: die Verlustkurve. Er fiel um 7,168, 5,657 und 4,518: jedes Mal weniger.
Häufiger Fehler: die Kurve als Gerade weiterzeichnen. Sie wäre in fünf weiteren Schritten unter 0.
Merksatz: Kleinere Steigung, kleinerer Schritt, kleinerer Gewinn.</translation>
    </message>
    <message>
        <source>Ask: The loss was 7.468 and became 9.914, 13.17 and 17.51. Would a rate in between help? There is none that is good for both inputs.
Show: the path on the map goes from wall to wall.
Often wrong: “Then it needs more steps.” More steps make it worse.
Remember: Not the rate is wrong but the scale of the inputs; the next lesson mends it.</source>
        <translation>Fragen: Der Verlust war 7,468 und wurde 9,914, 13,17 und 17,51. Hilft eine Rate dazwischen? Keine ist für beide Eingänge gut.
Zeigen: Der Weg auf der Karte geht von Wand zu Wand.
Häufiger Fehler: „Dann braucht es mehr Schritte.“ Mehr Schritte machen es schlimmer.
Merksatz: Nicht die Rate ist falsch, sondern der Maßstab der Eingänge; die nächste Lektion behebt es.</translation>
    </message>
    <message>
        <source>Ask: The output weights are 3 and −2 now. Which points get better, which worse? Have them write down four errors; the predictions 13, 6, 14 and 2 stand beside the actual values.
Often wrong: “Better for point 1, so better for all.”
Remember: A change that helps one point says nothing about the others.</source>
        <translation>Fragen: Die Ausgangsgewichte sind jetzt 3 und −2. Welche Punkte werden besser, welche schlechter? Vier Fehler aufschreiben lassen; die Vorhersagen 13, 6, 14 und 2 stehen neben den wahren Werten.
Häufiger Fehler: „Für Punkt 1 besser, also für alle besser.“
Merksatz: Eine Änderung, die einem Punkt hilft, sagt nichts über die anderen.</translation>
    </message>
    <message>
        <source>Ask: The rate goes from 0.02 to 0.1. Faster, or does it fly off as in “Too big a step”? Take a vote and ask for reasons before you press.
Often wrong: “Five times the rate, a fifth of the steps.” It may also diverge; here that would begin above 0.13.
Show: the kept run, for comparison.
Remember: A larger rate is faster until it is too large.</source>
        <translation>Fragen: Die Rate geht von 0,02 auf 0,1. Schneller, oder fliegt es davon wie in „Ein zu großer Schritt“? Abstimmen und begründen lassen, dann klicken.
Häufiger Fehler: „Fünffache Rate, ein Fünftel der Schritte.“ Es kann auch divergieren; hier begänne das oberhalb von 0,13.
Zeigen: den gemerkten Lauf, zum Vergleich.
Merksatz: Eine größere Rate ist schneller, bis sie zu groß ist.</translation>
    </message>
    <message>
        <source>Ask: The slope at hidden node 1 is −16. What are the slopes of its two weights? −16 × 2 = −32 and −16 × 3 = −48. And at node 2? −8 × 1 × (−1) = 8.
Show: Forwards the value went through the weight 2; backwards the slope goes through the same weight 2.
Often wrong: skipping that weight on the way back.
Remember: Slopes go back through the weights that values came through.</source>
        <translation>Fragen: Die Steigung am verdeckten Knoten 1 ist −16. Wie groß sind die Steigungen seiner zwei Gewichte? −16 × 2 = −32 und −16 × 3 = −48. Und am Knoten 2? −8 × 1 × (−1) = 8.
Zeigen: Vorwärts ging der Wert durch das Gewicht 2; rückwärts geht die Steigung durch dasselbe Gewicht 2.
Häufiger Fehler: dieses Gewicht auf dem Rückweg auslassen.
Merksatz: Steigungen gehen durch die Gewichte zurück, durch die die Werte gekommen sind.</translation>
    </message>
    <message>
        <source>Ask: The slope is −30.938. What would the loss lose if the weight grew by 0.1? About 3.
Often wrong: “Negative slope, so the weight must become smaller.” It is the other way round.
Show: the tangent, falling to the right.
Remember: A negative slope means: a larger weight, a lower loss.</source>
        <translation>Fragen: Die Steigung ist −30,938. Um wie viel sänke der Verlust, wenn das Gewicht um 0,1 wüchse? Um etwa 3.
Häufiger Fehler: „Negative Steigung, also muss das Gewicht kleiner werden.“ Es ist umgekehrt.
Zeigen: die Tangente, die nach rechts fällt.
Merksatz: Eine negative Steigung heißt: größeres Gewicht, kleinerer Verlust.</translation>
    </message>
    <message>
        <source>Ask: The sum at hidden node 2 is 2 × (−1) + 3 × (−1) = −5. Why is its value 0? And why does node 1 keep its 5?
Often wrong: relu(−5) = 5. It is no absolute value.
Show: node 2 has the sum −5 and the value 0: from here on these are two numbers.
Remember: relu passes on what is positive, and makes 0 of the rest.</source>
        <translation>Fragen: Die Summe am verdeckten Knoten 2 ist 2 × (−1) + 3 × (−1) = −5. Warum ist sein Wert 0? Und warum behält Knoten 1 seine 5?
Häufiger Fehler: relu(−5) = 5. Es ist kein Betrag.
Zeigen: Knoten 2 hat die Summe −5 und den Wert 0: Von hier an sind das zwei Zahlen.
Merksatz: relu gibt Positives weiter und macht aus dem Rest 0.</translation>
    </message>
    <message>
        <source>Ask: The training loss is next to nothing, the testing loss 0.8843. Which network would you take home? The one after twenty steps.
Show: how the curve runs through every filled point, and where it runs between them.
Often wrong: “A loss near 0 is success.” Only on points that it has not seen.
Remember: More points, fewer nodes or an earlier end would help.</source>
        <translation>Fragen: Der Trainingsverlust ist so gut wie nichts, der Testverlust 0,8843. Welches Netz nähmen Sie mit nach Hause? Das nach zwanzig Schritten.
Zeigen: wie die Kurve durch jeden vollen Punkt läuft, und wo sie dazwischen läuft.
Häufiger Fehler: „Ein Verlust nahe 0 ist ein Erfolg.“ Nur bei Punkten, die es nicht gesehen hat.
Merksatz: Mehr Punkte, weniger Knoten oder ein früheres Ende würden helfen.</translation>
    </message>
    <message>
        <source>Ask: The weight grew by 1. Why did the prediction grow by 5? Wait for it.
Show: the 5 in hidden node 1. One more in the weight is 5 more in the prediction: 9 becomes 14, and the error goes from −4 to 1.
Often wrong: expecting 10, because the weight grew by 1.
Remember: A change of a weight counts times the value that feeds it.</source>
        <translation>Fragen: Das Gewicht ist um 1 gewachsen. Warum die Vorhersage um 5? Die Antwort abwarten.
Zeigen: die 5 im verdeckten Knoten 1. Eins mehr im Gewicht sind 5 mehr in der Vorhersage: Aus 9 wird 14, und der Fehler geht von −4 auf 1.
Häufiger Fehler: 10 erwarten, weil das Gewicht um 1 gewachsen ist.
Merksatz: Die Änderung eines Gewichts zählt mal den Wert, der es speist.</translation>
    </message>
    <message>
        <source>Ask: The weight is 2, the slope −24. Subtract it: where do we land, and what is the new error? Let them reckon before you press.
Often wrong: 2 − 24 = −22. Minus the slope means plus 24 here.
Remember: The slope tells which way and how steep, but not how far to go.</source>
        <translation>Fragen: Das Gewicht ist 2, die Steigung −24. Ziehen wir sie ab: Wo landen wir, und wie groß ist der neue Fehler? Vor dem Klicken rechnen lassen.
Häufiger Fehler: 2 − 24 = −22. Minus die Steigung heißt hier plus 24.
Merksatz: Die Steigung sagt, wohin und wie steil, aber nicht, wie weit man gehen soll.</translation>
    </message>
    <message>
        <source>Ask: The weight is 2.24 now. What does the network predict, and is that better? 3 × 2.24 = 6.72, an error of −3.28 instead of −4, and a loss of 10.76 instead of 16.
Often wrong: 2 − 0.24 = 1.76. Subtracting −24 adds.
Show: the point that moved down the curve to the right.
Remember: Against the slope, by a small part of it.</source>
        <translation>Fragen: Das Gewicht ist jetzt 2,24. Was sagt das Netz voraus, und ist das besser? 3 × 2,24 = 6,72, ein Fehler von −3,28 statt −4 und ein Verlust von 10,76 statt 16.
Häufiger Fehler: 2 − 0,24 = 1,76. −24 abziehen heißt addieren.
Zeigen: den Punkt, der auf der Kurve nach rechts hinabgegangen ist.
Merksatz: Gegen die Steigung, um einen kleinen Teil von ihr.</translation>
    </message>
    <message>
        <source>Ask: The weights are 1 and 2 now, and the loss is 4.333 instead of 22.67. Did every point get better?
Show: the table. The errors were −4.8, 2 and 6.4; now they are −1.8, 2 and 2.4. Point 2 has gained nothing.
Often wrong: “A lower loss is better for each point.”
Remember: Lower on the map is a better model for all points together.</source>
        <translation>Fragen: Die Gewichte sind jetzt 1 und 2, und der Verlust ist 4,333 statt 22,67. Ist jeder Punkt besser geworden?
Zeigen: die Tabelle. Die Fehler waren −4,8; 2 und 6,4; jetzt sind sie −1,8; 2 und 2,4. Punkt 2 hat nichts gewonnen.
Häufiger Fehler: „Ein niedrigerer Verlust ist für jeden Punkt besser.“
Merksatz: Tiefer auf der Karte heißt: ein besseres Modell für alle Punkte zusammen.</translation>
    </message>
    <message>
        <source>Ask: This is the lowest place, and the loss is still 0.6667. Why not 0? Give them time.
Show: the errors −0.8, 1 and −0.6. Three points, two weights: no pair makes all three exact. Drag a weight a little, and the loss rises.
Often wrong: “Lowest means 0.”
Remember: The lowest place is the best that this network can do, not a perfect one.</source>
        <translation>Fragen: Das ist die tiefste Stelle, und der Verlust ist immer noch 0,6667. Warum nicht 0? Zeit lassen.
Zeigen: die Fehler −0,8; 1 und −0,6. Drei Punkte, zwei Gewichte: Kein Paar trifft alle drei genau. Ein Gewicht ein wenig ziehen, und der Verlust steigt.
Häufiger Fehler: „Am tiefsten heißt 0.“
Merksatz: Die tiefste Stelle ist das Beste, was dieses Netz kann, und nicht das Vollkommene.</translation>
    </message>
    <message>
        <source>Ask: Three errors are negative: −4, −1 and −1. So shall we simply make everything larger? Let them answer before you point at point 2.
Show: Point 2 has the error 0. Whatever lifts all predictions spoils it.
Remember: One set of weights makes as many errors as there are points, and they want different things.</source>
        <translation>Fragen: Drei Fehler sind negativ: −4, −1 und −1. Machen wir also einfach alles größer? Antworten lassen, bevor Sie auf Punkt 2 zeigen.
Zeigen: Punkt 2 hat den Fehler 0. Was alle Vorhersagen hebt, verdirbt ihn.
Merksatz: Ein Satz Gewichte macht so viele Fehler, wie es Punkte gibt, und jeder will etwas anderes.</translation>
    </message>
    <message>
        <source>Ask: Too high or too low? And which of the two weights would you turn down more? Collect guesses and do not settle it yet.
Often wrong: “The larger weight, because it is larger.” What decides is the input that feeds it.
Show: the error 5, its square 25.
Remember: A positive error means the prediction is too high.</source>
        <translation>Fragen: Zu hoch oder zu niedrig? Und welches der beiden Gewichte würden Sie stärker senken? Vermutungen sammeln und noch nichts entscheiden.
Häufiger Fehler: „Das größere Gewicht, weil es größer ist.“ Es entscheidet der Eingang, der es speist.
Zeigen: den Fehler 5, sein Quadrat 25.
Merksatz: Ein positiver Fehler heißt, die Vorhersage ist zu hoch.</translation>
    </message>
    <message>
        <source>Ask: Twice the rate, twice as fast? Let them vote, and ask for reasons, before you press.
Show: the kept run, for comparison, and the rate: it is 0.0002 now.
Often wrong: looking at the level curve alone, where a larger rate seems harmless.
Remember: A rate has to suit the steepest direction, not the one that is left to go.</source>
        <translation>Fragen: Doppelte Rate, doppelt so schnell? Abstimmen und Gründe nennen lassen, erst dann klicken.
Zeigen: den behaltenen Lauf, zum Vergleich, und die Rate: Sie ist jetzt 0,0002.
Häufiger Fehler: nur auf die waagrechte Kurve sehen, bei der eine größere Rate harmlos scheint.
Merksatz: Eine Rate muss zur steilsten Richtung passen, nicht zu der, die noch zu gehen ist.</translation>
    </message>
    <message>
        <source>Ask: Was the direction wrong? No: up was right. The weight should have grown from 2 to 3.333, and it went to 26.
Show: The error was −4 and is 68: the other sign, and 17 times as large. The loss went from 16 to 4624.
Remember: The right way, and much too far.</source>
        <translation>Fragen: War die Richtung falsch? Nein: Nach oben war richtig. Das Gewicht hätte von 2 auf 3,333 wachsen sollen, und es ging auf 26.
Zeigen: Der Fehler war −4 und ist 68: das andere Vorzeichen und 17-mal so groß. Der Verlust ging von 16 auf 4624.
Merksatz: Die richtige Richtung, und viel zu weit.</translation>
    </message>
    <message>
        <source>Ask: Was this step as long as the first? The first went 2.166 to the right, this one 0.7508. And what changed in the rule? Nothing.
Often wrong: “The learning rate got smaller.” It is 0.07 all the time; the slope went from −30.938 to −10.73.
Remember: The same rule each time: find the slope, take a step.</source>
        <translation>Fragen: War dieser Schritt so lang wie der erste? Der erste ging 2,166 nach rechts, dieser 0,7508. Und was hat sich an der Regel geändert? Nichts.
Häufiger Fehler: „Die Lernrate ist kleiner geworden.“ Sie ist die ganze Zeit 0,07; die Steigung ging von −30,938 auf −10,73.
Merksatz: Jedes Mal dieselbe Regel: Steigung finden, Schritt machen.</translation>
    </message>
    <message>
        <source>Ask: We subtract, and yet the weight grows. Why? Minus times minus: −1.8148 − 0.07 · (−30.938) ≈ 0.3509.
Show: the length of the step, and the loss that fell from 51.78 to 6.662.
Often wrong: dropping one minus and landing at about −3.98, further up.
Remember: New weight is old weight minus learning rate times slope.</source>
        <translation>Fragen: Wir ziehen ab, und doch wächst das Gewicht. Warum? Minus mal Minus: −1,8148 − 0,07 · (−30,938) ≈ 0,3509.
Zeigen: die Länge des Schritts und den Verlust, der von 51,78 auf 6,662 fiel.
Häufiger Fehler: ein Minus verlieren und bei etwa −3,98 landen, noch weiter oben.
Merksatz: Neues Gewicht ist altes Gewicht minus Lernrate mal Steigung.</translation>
    </message>
    <message>
        <source>Ask: What are the hollow points for? The network never sees them; they tell what it is worth.
Show: 8 hidden nodes have 25 weights and biases, more than twice as many as there are points to learn from.
Often wrong: “Holding points out is a waste.” Without them nobody knows whether it has learned or memorised.
Remember: Testing points measure what was learned.</source>
        <translation>Fragen: Wozu sind die hohlen Punkte? Das Netz sieht sie nie; sie sagen, was es taugt.
Zeigen: 8 verdeckte Knoten haben 25 Gewichte und Bias-Werte, mehr als doppelt so viele, wie es Punkte zum Lernen gibt.
Häufiger Fehler: „Punkte zurückzulegen ist Verschwendung.“ Ohne sie weiß niemand, ob es gelernt oder auswendig gelernt hat.
Merksatz: Testpunkte messen, was gelernt worden ist.</translation>
    </message>
    <message>
        <source>Ask: What comes out on the right? Give them two minutes with paper, and do not press before somebody has said a number.
Show: the weights into hidden node 2 are −1 and 1, its weight to the output is −1. Nothing else is negative.
Often wrong: losing one of the two minus signs. That gives 5 or 11.
Remember: A node multiplies and adds, nothing else.</source>
        <translation>Fragen: Was kommt rechts heraus? Zwei Minuten mit Papier lassen und erst klicken, wenn jemand eine Zahl genannt hat.
Zeigen: Die Gewichte in den verdeckten Knoten 2 sind −1 und 1, sein Gewicht zum Ausgang ist −1. Sonst ist nichts negativ.
Häufiger Fehler: Eines der beiden Minuszeichen geht verloren. Dann kommt 5 oder 11 heraus.
Merksatz: Ein Knoten multipliziert und addiert, sonst nichts.</translation>
    </message>
    <message>
        <source>Ask: What do the three axes mean? Wait until somebody says: two weights and, upwards, the loss.
Often wrong: taking the floor for the two inputs, or the point for a data point.
Show: the point above −1 and 3, at a height of 22.67; turn the picture slowly with the mouse.
Remember: Each place on the floor is a whole model, and its height says how bad that model is.</source>
        <translation>Fragen: Was bedeuten die drei Achsen? Warten, bis jemand sagt: zwei Gewichte und, nach oben, der Verlust.
Häufiger Fehler: den Boden für die beiden Eingänge halten oder den Punkt für einen Datenpunkt.
Zeigen: den Punkt über −1 und 3, in der Höhe 22,67; das Bild langsam mit der Maus drehen.
Merksatz: Jede Stelle am Boden ist ein ganzes Modell, und ihre Höhe sagt, wie schlecht dieses Modell ist.</translation>
    </message>
    <message>
        <source>Ask: What does each picture in the middle show? The value of that node for every input, from left to right.
Show: point at a hidden node: its curve appears large beside the points.
Often wrong: “The hidden nodes see the wave.” They see one soft step each, wherever their weights put it.
Remember: A hidden node with tanh is one bend.</source>
        <translation>Fragen: Was zeigt jedes Bild in der Mitte? Den Wert dieses Knotens für jeden Eingang, von links nach rechts.
Zeigen: auf einen verdeckten Knoten zeigen: Seine Kurve erscheint groß neben den Punkten.
Häufiger Fehler: „Die verdeckten Knoten sehen die Welle.“ Sie sehen je eine weiche Stufe, wo ihre Gewichte sie hinsetzen.
Merksatz: Ein verdeckter Knoten mit tanh ist eine Biegung.</translation>
    </message>
    <message>
        <source>Ask: What does hidden node 2 contribute to the 10? Nothing: 5 × 2 + 0 × (−1) = 10. What would it be without relu? 15, since −5 × (−1) is 5 more.
Show: the error −3, the loss 9, and the slope at the prediction, 2 · (−3) = −6.
Remember: A node with the value 0 has no say in the prediction.</source>
        <translation>Fragen: Was trägt der verdeckte Knoten 2 zur 10 bei? Nichts: 5 × 2 + 0 × (−1) = 10. Was wäre es ohne relu? 15, denn −5 × (−1) sind 5 mehr.
Zeigen: den Fehler −3, den Verlust 9 und die Steigung an der Vorhersage, 2 · (−3) = −6.
Merksatz: Ein Knoten mit dem Wert 0 hat bei der Vorhersage nichts zu sagen.</translation>
    </message>
    <message>
        <source>Ask: What happened to the steps after the flat part? They became longer again before they shrank for good.
Show: the path. It ends after 20 steps near −1.2 and −1.65, with a loss below 0.001 and slopes near 0.
Often wrong: “Uphill on all sides, so it is the lowest place of all.” From here nobody can tell.
Remember: A descent ends where it is flat; that is all it knows.</source>
        <translation>Fragen: Was wurde nach dem flachen Stück aus den Schritten? Sie wurden noch einmal länger, bevor sie endgültig schrumpften.
Zeigen: den Weg. Er endet nach 20 Schritten bei −1,2 und −1,65, mit einem Verlust unter 0,001 und Steigungen nahe 0.
Häufiger Fehler: „Auf allen Seiten bergauf, also die tiefste Stelle von allen.“ Von hier aus kann das niemand sagen.
Merksatz: Ein Abstieg endet, wo es flach ist; mehr weiß er nicht.</translation>
    </message>
    <message>
        <source>Ask: What has improved? Nothing: the error was −4 and is 4, the loss was 16 and is 16. What will the next step do?
Show: the two points at the same height; the slope here is 24 instead of −24.
Often wrong: “It has moved, so it has learnt.”
Remember: A step that lands at the same height opposite has gained nothing.</source>
        <translation>Fragen: Was ist besser geworden? Nichts: Der Fehler war −4 und ist 4, der Verlust war 16 und ist 16. Was macht der nächste Schritt?
Zeigen: die zwei Punkte auf gleicher Höhe; die Steigung ist hier 24 statt −24.
Häufiger Fehler: „Es hat sich bewegt, also hat es gelernt.“
Merksatz: Ein Schritt, der gegenüber auf derselben Höhe landet, hat nichts gewonnen.</translation>
    </message>
    <message>
        <source>Ask: What have 30 and 40 in common? The factor 2 · 5 = 10; then one has the input 3, the other the input 4.
Show: the two slopes on their edges.
Often wrong: moving the first weight and then working out the slope of the second.
Remember: All slopes are worked out at the same place, before anything moves.</source>
        <translation>Fragen: Was haben 30 und 40 gemeinsam? Den Faktor 2 · 5 = 10; dann hat die eine den Eingang 3, die andere den Eingang 4.
Zeigen: die beiden Steigungen auf ihren Kanten.
Häufiger Fehler: das erste Gewicht bewegen und dann die Steigung des zweiten ausrechnen.
Merksatz: Alle Steigungen werden an derselben Stelle ausgerechnet, bevor sich etwas bewegt.</translation>
    </message>
    <message>
        <source>Ask: What is the price of a small rate? 20 steps instead of one, and the error is still −0.0756. What do we get for it? It went down in every step.
Show: the four runs in the loss curve.
Often wrong: “The smaller, the better.” A rate near 0 never gets anywhere.
Remember: Too small costs time, too large costs everything.</source>
        <translation>Fragen: Was kostet eine kleine Rate? 20 Schritte statt einem, und der Fehler ist noch −0,0756. Was bekommt man dafür? Es ging in jedem Schritt abwärts.
Zeigen: die vier Läufe in der Verlustkurve.
Häufiger Fehler: „Je kleiner, desto besser.“ Eine Rate nahe 0 kommt nie vom Fleck.
Merksatz: Zu klein kostet Zeit, zu groß kostet alles.</translation>
    </message>
    <message>
        <source>Ask: Where does the decision line run, and how many points are on the wrong side? Two thirds are right.
Show: the filled points train, the hollow ones are held out for testing.
Often wrong: “The colour is the class of the place.” It is the prediction, and it may be wrong.
Remember: One node draws one straight line.</source>
        <translation>Fragen: Wo verläuft die Grenze, und wie viele Punkte liegen auf der falschen Seite? Zwei Drittel sind richtig.
Zeigen: Die vollen Punkte dienen dem Lernen, die hohlen sind zum Testen zurückgelegt.
Häufiger Fehler: „Die Farbe ist die Klasse des Orts.“ Sie ist die Vorhersage, und die kann falsch sein.
Merksatz: Ein Knoten zieht eine gerade Linie.</translation>
    </message>
    <message>
        <source>Ask: Where is it after 100 steps? Let them find the rule: after an even number of steps at 2, after an odd one at 4.667.
Show: the loss curve, level at 16, after six steps.
Often wrong: “The loss does not change, so it has arrived.” The slope is −24 here, not 0.
Remember: A loss that stands still is not always a descent that has arrived.</source>
        <translation>Fragen: Wo ist es nach 100 Schritten? Die Regel finden lassen: nach einer geraden Zahl von Schritten bei 2, nach einer ungeraden bei 4,667.
Zeigen: die Verlustkurve, waagrecht bei 16, nach sechs Schritten.
Häufiger Fehler: „Der Verlust ändert sich nicht, also ist es angekommen.“ Die Steigung ist hier −24 und nicht 0.
Merksatz: Ein Verlust, der stillsteht, heißt nicht immer, dass der Abstieg angekommen ist.</translation>
    </message>
    <message>
        <source>Ask: Where is the lowest place? Let several people name two weights, and write them down. Then hover there: the map reads the weights and the loss.
Often wrong: thinking that lines close together mean low. They mean steep.
Show: a level line. All along it the loss is the same, as on a hiking map.
Remember: Level lines join weights that are equally good.</source>
        <translation>Fragen: Wo ist die tiefste Stelle? Mehrere Leute zwei Gewichte nennen lassen und aufschreiben. Dann mit der Maus dorthin: Die Karte liest Gewichte und Verlust ab.
Häufiger Fehler: meinen, dicht beieinander liegende Linien hießen tief. Sie heißen steil.
Zeigen: eine Höhenlinie. Auf ihr ist der Verlust überall gleich, wie auf einer Wanderkarte.
Merksatz: Höhenlinien verbinden Gewichte, die gleich gut sind.</translation>
    </message>
    <message>
        <source>Ask: Where would you put one line? Nowhere: whatever lies around has both sides of it.
Show: each hidden node has one straight edge, and the last node has only these to work with.
Often wrong: “More steps will bend the line.” One node never bends.
Remember: What is not straight needs a hidden layer.</source>
        <translation>Fragen: Wo würden Sie eine Linie ziehen? Nirgends: Was ringsum liegt, liegt auf beiden Seiten davon.
Zeigen: Jeder verdeckte Knoten hat eine gerade Kante, und der letzte Knoten hat nur diese zum Arbeiten.
Häufiger Fehler: „Mehr Schritte biegen die Linie.“ Ein einzelner Knoten biegt sich nie.
Merksatz: Was nicht gerade ist, braucht eine verdeckte Schicht.</translation>
    </message>
    <message>
        <source>Ask: Which node has the edge above, which one the edge on the left, and which one will close the ring? Point at them, one after the other, and look at them large.
Show: the loss fell from 1.3 to 0.3572, and 69 of the 75 training points are right.
Often wrong: looking for the circle in a hidden node. Each of them still sees an edge.
Remember: Hidden nodes learn edges that the next layer can use.</source>
        <translation>Fragen: Welcher Knoten hat die Kante oben, welcher die links, und welcher wird den Ring schließen? Nacheinander auf sie zeigen und sie groß ansehen.
Zeigen: Der Verlust fiel von 1,3 auf 0,3572, und 69 der 75 Trainingspunkte sind richtig.
Häufiger Fehler: den Kreis in einem verdeckten Knoten suchen. Jeder sieht noch immer eine Kante.
Merksatz: Verdeckte Knoten lernen Kanten, die die nächste Schicht gebrauchen kann.</translation>
    </message>
    <message>
        <source>Ask: Which of the two ends is better? Neither: both valleys are equally deep. The losses differ a little, 0.0004 and 0.0014, because each run stops on nearly flat ground, just before the bottom.
Show: both paths. They begin on different sides and never meet.
Remember: Where you end depends on where you start, so one often starts several times.</source>
        <translation>Fragen: Welches der beiden Enden ist besser? Keines: Beide Täler sind gleich tief. Die Verluste unterscheiden sich ein wenig, 0,0004 und 0,0014, weil jeder Lauf auf fast flachem Boden hält, kurz vor dem Grund.
Zeigen: beide Wege. Sie beginnen auf verschiedenen Seiten und treffen sich nie.
Merksatz: Wo man endet, hängt davon ab, wo man startet; darum startet man oft mehrmals.</translation>
    </message>
    <message>
        <source>Ask: Which point costs the most, and why? The last: its error is the longest, −3.876. The error is the side, so twice the error is four times the square.
Show: the square beside the axis: it is as large as all the others on average, 5.709.
Often wrong: taking the error for the shortest way to the line. It goes straight up or down.
Remember: The loss is the mean of the squares.</source>
        <translation>Fragen: Welcher Punkt kostet am meisten, und warum? Der letzte: Sein Fehler ist der längste, −3,876. Der Fehler ist die Seite, also ist der doppelte Fehler das vierfache Quadrat.
Zeigen: das Quadrat neben der Achse: Es ist so groß wie alle anderen im Mittel, 5,709.
Häufiger Fehler: den Fehler für den kürzesten Weg zur Geraden halten. Er geht senkrecht hinauf oder hinunter.
Merksatz: Der Verlust ist das Mittel der Quadrate.</translation>
    </message>
    <message>
        <source>Ask: Which point did not notice the change at all? Wait.
Show: Point 4 keeps its error −1. Both hidden nodes are 2 there, so one more and one less cancel. Points 2 and 3 went from 0 to 2 and from −1 to 5.
Remember: Fitting one point is not fitting the data.</source>
        <translation>Fragen: Welcher Punkt hat von der Änderung gar nichts gemerkt? Warten.
Zeigen: Punkt 4 behält seinen Fehler −1. Beide verdeckten Knoten sind dort 2, darum heben sich eins mehr und eins weniger auf. Die Punkte 2 und 3 gingen von 0 auf 2 und von −1 auf 5.
Merksatz: Einen Punkt treffen heißt nicht, die Daten treffen.</translation>
    </message>
    <message>
        <source>Ask: Which way must the weight go? Wait for all hands: up, since the slope is negative.
Show: the three factors one by one: 2 · (−4) from the squared error, 3 from the input, 1 from the activation. Together −24.
Often wrong: forgetting the 2 of the square, or the input.
Remember: Slope of the loss, times the value that feeds the weight, times the slope of the activation.</source>
        <translation>Fragen: Wohin muss das Gewicht? Auf alle Hände warten: nach oben, denn die Steigung ist negativ.
Zeigen: die drei Faktoren, einen nach dem anderen: 2 · (−4) vom quadrierten Fehler, 3 vom Eingang, 1 von der Aktivierung. Zusammen −24.
Häufiger Fehler: die 2 des Quadrats vergessen, oder den Eingang.
Merksatz: Steigung des Verlusts mal den Wert, der das Gewicht speist, mal die Steigung der Aktivierung.</translation>
    </message>
    <message>
        <source>Ask: Which weight would you change, and up or down? Collect three different answers before you press.
Often wrong: “Make everything larger.” Hidden node 2 counts with −1, so a larger weight into it makes the prediction smaller.
Show: six weights, and all of them could be turned.
Remember: Which way is right for a weight depends on everything behind it.</source>
        <translation>Fragen: Welches Gewicht würden Sie ändern, und nach oben oder nach unten? Drei verschiedene Antworten sammeln, dann erst klicken.
Häufiger Fehler: „Alles größer machen.“ Der verdeckte Knoten 2 zählt mit −1; ein größeres Gewicht in ihn macht die Vorhersage also kleiner.
Zeigen: sechs Gewichte, und an jedem könnte man drehen.
Merksatz: Welche Richtung für ein Gewicht stimmt, hängt von allem ab, was hinter ihm kommt.</translation>
    </message>
    <message>
        <source>Ask: Who decided how long this step is? Slope times learning rate, here 0.2.
Show: the two ends of the step. The loss went from 8.677 to 4.039; the ground that we have visited stays visible, the rest stays dark.
Often wrong: thinking that the step aims at the lowest place. It only leads downhill from where it began.
Remember: Feel the slope, step against it.</source>
        <translation>Fragen: Wer hat bestimmt, wie lang dieser Schritt ist? Steigung mal Lernrate, hier 0,2.
Zeigen: Anfang und Ende des Schritts. Der Verlust ging von 8,677 auf 4,039; der besuchte Boden bleibt sichtbar, der Rest bleibt dunkel.
Häufiger Fehler: glauben, der Schritt ziele auf die tiefste Stelle. Er führt nur von seinem Anfang aus bergab.
Merksatz: Steigung fühlen, gegen sie gehen.</translation>
    </message>
    <message>
        <source>Ask: Who had 9? Let somebody who had another number find out where it went astray.
Show: Follow one way with the finger: 2 × 1 + 3 × 1 = 5 in hidden node 1, then through the weight 2. Hidden node 2 has 2 × (−1) + 3 × 1 = 1.
Remember: The output treats the hidden nodes exactly as they treat the inputs: the same rule in every layer.</source>
        <translation>Fragen: Wer hatte 9? Wer eine andere Zahl hat, sucht selbst, wo sie falsch abgebogen ist.
Zeigen: Einen Weg mit dem Finger verfolgen: 2 × 1 + 3 × 1 = 5 im verdeckten Knoten 1, dann weiter durch das Gewicht 2. Der verdeckte Knoten 2 hat 2 × (−1) + 3 × 1 = 1.
Merksatz: Der Ausgang behandelt die verdeckten Knoten genau so, wie diese die Eingänge behandeln: in jeder Schicht dieselbe Regel.</translation>
    </message>
    <message>
        <source>Ask: Who had guessed this valley? And would the run end elsewhere if we repeated it?
Show: the first step alone, from a loss of 6.944 to 0.0967; then 30 short ones.
Often wrong: “It is chance where it ends.” From the same start it ends in the same place every time.
Remember: Same rule, another start, another valley.</source>
        <translation>Fragen: Wer hatte dieses Tal geraten? Und würde der Lauf woanders enden, wenn wir ihn wiederholten?
Zeigen: den ersten Schritt allein, vom Verlust 6,944 auf 0,0967; danach 30 kurze.
Häufiger Fehler: „Wo es endet, ist Zufall.“ Vom selben Start endet es jedes Mal an derselben Stelle.
Merksatz: Dieselbe Regel, ein anderer Start, ein anderes Tal.</translation>
    </message>
    <message>
        <source>Ask: Why did it get worse, although it went against the slope again? At 26 the slope is 408, and 26 − 408 = −382.
Often wrong: hoping that it settles down. The error is now −1156, again 17 times as large.
Show: the loss curve, whose axis goes by powers of ten. Each step multiplies the loss by 289.
Remember: Who overshoots stands where it is steeper, and overshoots even more.</source>
        <translation>Fragen: Warum wurde es schlimmer, obwohl es wieder gegen die Steigung ging? Bei 26 ist die Steigung 408, und 26 − 408 = −382.
Häufiger Fehler: hoffen, dass es sich beruhigt. Der Fehler ist jetzt −1156, wieder 17-mal so groß.
Zeigen: die Verlustkurve, deren Achse nach Zehnerpotenzen geht. Jeder Schritt vervielfacht den Verlust mit 289.
Merksatz: Wer zu weit geht, steht da, wo es steiler ist, und geht danach noch weiter.</translation>
    </message>
    <message>
        <source>Ask: Why do we not always draw the landscape and look? Let them reckon: 100 values for each weight are 10,000 places for two weights. And for ten weights? A 1 with 20 zeros.
Show: the surface once more. We see it only because there are just two weights.
Remember: The task is to find the lowest place without seeing the landscape.</source>
        <translation>Fragen: Warum zeichnen wir nicht immer die Landschaft und schauen nach? Rechnen lassen: 100 Werte für jedes Gewicht sind bei zwei Gewichten 10.000 Stellen. Und bei zehn Gewichten? Eine 1 mit 20 Nullen.
Zeigen: noch einmal die Fläche. Wir sehen sie nur, weil es bloß zwei Gewichte sind.
Merksatz: Die Aufgabe ist, die tiefste Stelle zu finden, ohne die Landschaft zu sehen.</translation>
    </message>
    <message>
        <source>Ask: Why does the network predict 4 for point 2, with the inputs 1 and 1? Let somebody reckon: the hidden nodes are 2 and 0, so 2 × 2 − 1 × 0 = 4.
Show: The table has a row for each point; the diagram shows point 1 only.
Often wrong: thinking that each point has weights of its own.
Remember: The points differ, the weights are the same for all.</source>
        <translation>Fragen: Warum sagt das Netz für Punkt 2, mit den Eingängen 1 und 1, den Wert 4 voraus? Rechnen lassen: Die verdeckten Knoten sind 2 und 0, also 2 × 2 − 1 × 0 = 4.
Zeigen: Die Tabelle hat eine Zeile für jeden Punkt; das Diagramm zeigt nur Punkt 1.
Häufiger Fehler: glauben, jeder Punkt habe eigene Gewichte.
Merksatz: Die Punkte sind verschieden, die Gewichte sind für alle dieselben.</translation>
    </message>
    <message>
        <source>Ask: Why does this step not go on in the same direction as the first one?
Show: the bend in the path. The slopes at the new place were 2.053 and −2.598, not 2.492 and −4.751, so the step is shorter and turns to the left. The loss is 2.294 now.
Remember: The slope is good for one place only; after each step it has to be felt anew.</source>
        <translation>Fragen: Warum geht dieser Schritt nicht in derselben Richtung weiter wie der erste?
Zeigen: den Knick im Weg. An der neuen Stelle waren die Steigungen 2,053 und −2,598 und nicht 2,492 und −4,751; darum ist der Schritt kürzer und dreht nach links. Der Verlust ist jetzt 2,294.
Merksatz: Die Steigung gilt nur für eine Stelle; nach jedem Schritt muss man sie neu fühlen.</translation>
    </message>
    <message>
        <source>Ask: Why down, this time? The slope at 4.5 is 28, and 4.5 − 0.07 · 28 = 2.54.
Show: the loss fell again, from 42.5 to 5.547.
Often wrong: having learnt “the weight goes up”. The rule is “against the slope”, and here the slope is positive.
Remember: The minus in the rule is right on both sides of the valley.</source>
        <translation>Fragen: Warum diesmal nach unten? Die Steigung bei 4,5 ist 28, und 4,5 − 0,07 · 28 = 2,54.
Zeigen: Der Verlust fiel wieder, von 42,5 auf 5,547.
Häufiger Fehler: gelernt haben „das Gewicht steigt“. Die Regel heißt „gegen die Steigung“, und hier ist sie positiv.
Merksatz: Das Minus in der Regel stimmt auf beiden Seiten des Tals.</translation>
    </message>
    <message>
        <source>Ask: Why exactly this rate? Because this curve is a parabola, and its slope changes by 2 · 3² = 18 for each unit of the weight.
Show: prediction 10, error 0, slope 0 after one step.
Often wrong: noting 1/18 as a good rate for everything. With another input it is another one.
Remember: Which rate is best depends on the curve.</source>
        <translation>Fragen: Warum gerade diese Rate? Weil diese Kurve eine Parabel ist, deren Steigung sich je Einheit des Gewichts um 2 · 3² = 18 ändert.
Zeigen: Vorhersage 10, Fehler 0, Steigung 0 nach einem Schritt.
Häufiger Fehler: sich 1/18 als gute Rate für alles notieren. Mit einem anderen Eingang ist es eine andere.
Merksatz: Welche Rate die beste ist, hängt von der Kurve ab.</translation>
    </message>
    <message>
        <source>Ask: Will node 2 ever wake up? With this one point never: its weights stay −1 and −1, its sum −5, its slopes 0. With another point its sum may be positive.
Show: node 1’s weights are 1.024 and 1.036 now, its output weight 2.03; the loss fell from 9 to 6.418 without node 2.
Remember: A dead node learns nothing.</source>
        <translation>Fragen: Wacht Knoten 2 je wieder auf? Mit diesem einen Punkt nie: Seine Gewichte bleiben −1 und −1, seine Summe −5, seine Steigungen 0. Mit einem anderen Punkt kann seine Summe positiv sein.
Zeigen: Die Gewichte von Knoten 1 sind jetzt 1,024 und 1,036, sein Ausgangsgewicht 2,03; der Verlust fiel von 9 auf 6,418 ohne Knoten 2.
Merksatz: Ein toter Knoten lernt nichts.</translation>
    </message>
    <message>
        <source>Ask: Work out both new weights: 1 − 0.01 · 30 = 0.7 and 2 − 0.01 · 40 = 1.6. In code it is one line for both.
Show: the step on the map, straight across the level lines.
Often wrong: adding instead of subtracting. Both slopes are positive, so both weights go down.
Remember: One step moves all weights at once.</source>
        <translation>Fragen: Beide neuen Gewichte ausrechnen: 1 − 0,01 · 30 = 0,7 und 2 − 0,01 · 40 = 1,6. Im Code ist das eine Zeile für beide.
Zeigen: den Schritt auf der Karte, senkrecht zu den Höhenlinien.
Häufiger Fehler: addieren statt abziehen. Beide Steigungen sind positiv, also sinken beide Gewichte.
Merksatz: Ein Schritt bewegt alle Gewichte zugleich.</translation>
    </message>
    <message>
        <source>Ask: You stand in a field at night with a lantern. Which way is downhill? Let everybody point with an arm.
Often wrong: pointing to where they suppose the lowest place is. Nobody knows that.
Show: the two slopes, 2.492 and −4.751. Against them means w₁ down and w₂ up: left and up on the map.
Remember: All we ever know is the slope under our feet.</source>
        <translation>Fragen: Sie stehen nachts mit einer Laterne auf einem Feld. Wohin geht es bergab? Alle mit dem Arm zeigen lassen.
Häufiger Fehler: dorthin zeigen, wo man die tiefste Stelle vermutet. Die kennt niemand.
Zeigen: die beiden Steigungen, 2,492 und −4,751. Gegen sie heißt w₁ kleiner und w₂ größer: auf der Karte nach links und nach oben.
Merksatz: Wir kennen immer nur die Steigung unter unseren Füßen.</translation>
    </message>
    <message>
        <source>Ask: −10 + 5 + 5 = 0. Is the model perfect, then? Wait for the protest, and then ask how to get rid of the signs.
Often said: “Take absolute values.” That works too and is a loss of its own, but it has a kink at 0, where a square is smooth.
Remember: Errors of different sign must not cancel.</source>
        <translation>Fragen: −10 + 5 + 5 = 0. Ist das Modell also perfekt? Auf den Protest warten und dann fragen, wie man die Vorzeichen loswird.
Häufiger Vorschlag: „Beträge nehmen.“ Das geht auch und ist ein eigener Verlust, hat aber bei 0 einen Knick, wo ein Quadrat glatt ist.
Merksatz: Fehler mit verschiedenen Vorzeichen dürfen sich nicht aufheben.</translation>
    </message>
    <message>
        <source>Ask: −12 × 2 × 1 = −24 for the weight from x₁. What is the slope of the other weight into this node? −12 × 3 × 1 = −36.
Often wrong: taking relu’s value 5 for its slope. Where the sum is positive, the slope is 1.
Show: the third factor. Until now it was always 1, and here it still is.
Remember: Where relu is open, nothing changes.</source>
        <translation>Fragen: −12 × 2 × 1 = −24 für das Gewicht von x₁. Wie groß ist die Steigung des anderen Gewichts in diesen Knoten? −12 × 3 × 1 = −36.
Häufiger Fehler: den Wert 5 von relu für seine Steigung nehmen. Wo die Summe positiv ist, ist die Steigung 1.
Zeigen: den dritten Faktor. Bisher war er immer 1, und hier ist er es noch.
Merksatz: Wo relu offen ist, ändert sich nichts.</translation>
    </message>
    <message>
        <source>At least one picture stays.</source>
        <translation>Ein Bild bleibt mindestens.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>At most so many pictures, evenly over the run's steps</source>
        <translation>Höchstens so viele Bilder, gleichmäßig über die Schritte des Laufs</translation>
    </message>
    <message>
        <source>At most {most} pixels each way: choose a smaller size.</source>
        <translation>Höchstens {most} Pixel je Seite: Bitte eine kleinere Größe wählen.</translation>
    </message>
    <message>
        <source>At the start the loss is {loss}.</source>
        <translation>Am Start ist der Verlust {loss}.</translation>
    </message>
    <message>
        <source>Back (‹): takes the last press back (PageUp, Left)</source>
        <translation>Zurück (‹): nimmt den letzten Druck zurück (Bild auf, Links)</translation>
    </message>
    <message>
        <source>Back after step {row}, where the loss is {loss}.</source>
        <translation>Zurück nach Schritt {row}, wo der Verlust {loss} ist.</translation>
    </message>
    <message>
        <source>Back to the whole picture (0)</source>
        <translation>Zurück zum ganzen Bild (0)</translation>
    </message>
    <message>
        <source>Baseline network</source>
        <translation>Das Ausgangsnetz</translation>
    </message>
    <message>
        <source>Blue is predicted near 1, orange near −1. On the line between it is 0.</source>
        <translation>Blau heißt nahe 1 vorhergesagt, Orange nahe −1. Auf der Linie dazwischen ist es 0.</translation>
    </message>
    <message>
        <source>Both slopes at once: 30 for the first weight, 40 for the second.</source>
        <translation>Beide Steigungen zugleich: 30 für das erste Gewicht, 40 für das zweite.</translation>
    </message>
    <message>
        <source>Both weights move together: from [1 2] to [0.7 1.6].</source>
        <translation>Beide Gewichte bewegen sich zusammen: von [1 2] auf [0,7 1,6].</translation>
    </message>
    <message>
        <source>Bump</source>
        <translation>Hügel</translation>
    </message>
    <message>
        <source>CSV, the numbers</source>
        <translation>CSV, die Zahlen</translation>
    </message>
    <message>
        <source>Can a straight line part the middle from the ring?</source>
        <translation>Kann eine gerade Linie die Mitte vom Ring trennen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cannot overwrite a value</source>
        <translation>ein Wert ist doppelt angegeben</translation>
    </message>
    <message>
        <source>Change the weights</source>
        <translation>Gewichte ändern</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>Click: hide or show. Right click, F2, Delete: rename, remove</source>
        <translation>Klick: aus- oder einblenden. Rechtsklick, F2, Entf: umbenennen, entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Column {name}</source>
        <translation>Spalte {name}</translation>
    </message>
    <message>
        <source>Column {name} has more than two words: it is no target.</source>
        <translation>Spalte {name} hat mehr als zwei Wörter: Sie ist kein Ziel.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Näheres kopieren</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the picture to the clipboard</source>
        <translation>Das Bild in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Copy the whole script</source>
        <translation>Das ganze Skript kopieren</translation>
    </message>
    <message>
        <source>Ctrl++, Ctrl+−, Ctrl+0</source>
        <translation>Strg++, Strg+−, Strg+0</translation>
    </message>
    <message>
        <source>Ctrl+1 to Ctrl+6</source>
        <translation>Strg+1 bis Strg+6</translation>
    </message>
    <message>
        <source>Ctrl+C, Ctrl+V</source>
        <translation>Strg+C, Strg+V</translation>
    </message>
    <message>
        <source>Ctrl+L, Ctrl+D</source>
        <translation>Strg+L, Strg+D</translation>
    </message>
    <message>
        <source>Ctrl+O, Ctrl+E</source>
        <translation>Strg+O, Strg+E</translation>
    </message>
    <message>
        <source>Ctrl+S, Ctrl+Shift+S</source>
        <translation>Strg+S, Strg+Umschalt+S</translation>
    </message>
    <message>
        <source>Ctrl+Z, Ctrl+Shift+Z</source>
        <translation>Strg+Z, Strg+Umschalt+Z</translation>
    </message>
    <message>
        <source>Curvature</source>
        <translation>Krümmung</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>DATA</source>
        <translation>DATEN</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dark: only the ground around the point (L)</source>
        <translation>Dunkel: nur der Boden um den Punkt (L)</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Pult</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>Richtungen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Divided by 3 points: the loss is 50.</source>
        <translation>Geteilt durch 3 Punkte: Der Verlust ist 50.</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Down one curve</source>
        <translation>Eine Kurve hinab</translation>
    </message>
    <message>
        <source>Downhill in the dark</source>
        <translation>Bergab im Dunkeln</translation>
    </message>
    <message>
        <source>Downhill in {down} of {all} directions. ▲▼ loss change, one lantern’s radius away.</source>
        <translation>Bergab in {down} von {all} Richtungen. ▲▼ Änderung des Verlusts, einen Laternenradius entfernt.</translation>
    </message>
    <message>
        <source>Downhill in {down} of {all} directions. ▲▼ loss change, one lantern’s radius away; the arrow: right here.</source>
        <translation>Bergab in {down} von {all} Richtungen. ▲▼ Änderung des Verlusts, einen Laternenradius entfernt; der Pfeil: genau hier.</translation>
    </message>
    <message>
        <source>Drag up or down, turn the wheel, or click and type: the step is made again with that rate</source>
        <translation>Auf und ab ziehen, das Rad drehen oder anklicken und tippen: Der Schritt wird mit dieser Lernrate noch einmal gemacht</translation>
    </message>
    <message>
        <source>Each hidden node sees the input through one bend.</source>
        <translation>Jeder verdeckte Knoten sieht den Eingang durch eine Biegung.</translation>
    </message>
    <message>
        <source>Each node adds up its inputs, each times its weight. What comes out?</source>
        <translation>Jeder Knoten addiert seine Eingänge, jeden mal sein Gewicht. Was kommt heraus?</translation>
    </message>
    <message>
        <source>Each pair of weights is one point of a landscape: −1 and 3 have a loss of 22.67.</source>
        <translation>Jedes Paar von Gewichten ist ein Punkt einer Landschaft: −1 und 3 haben einen Verlust von 22,67.</translation>
    </message>
    <message>
        <source>Each square is one squared error. Their mean is the loss.</source>
        <translation>Jedes Quadrat ist ein quadrierter Fehler. Ihr Mittel ist der Verlust.</translation>
    </message>
    <message>
        <source>Each squared error is a square; downhill on the map is a better line beside it.</source>
        <translation>Jeder quadrierte Fehler ist ein Quadrat; bergab auf der Karte ist daneben eine bessere Gerade.</translation>
    </message>
    <message>
        <source>Eight bends for twelve points; eight more points are held out.</source>
        <translation>Acht Biegungen für zwölf Punkte; acht weitere Punkte sind zurückgelegt.</translation>
    </message>
    <message>
        <source>Eight flats of 38 to 110 square metres, on floors 1 to 5, and their prices.</source>
        <translation>Acht Wohnungen von 38 bis 110 Quadratmetern, in Etage 1 bis 5, und ihre Preise.</translation>
    </message>
    <message>
        <source>Eight runs are kept already: remove one first.</source>
        <translation>Acht Läufe sind schon gemerkt: Bitte erst einen entfernen.</translation>
    </message>
    <message>
        <source>Enter takes the value, Esc leaves it</source>
        <translation>Eingabe übernimmt den Wert, Esc verwirft ihn</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Error: predicted − actual, and the loss</source>
        <translation>Fehler: Vorhersage − wahrer Wert, und der Verlust</translation>
    </message>
    <message>
        <source>Error: {node}</source>
        <translation>Fehler: {node}</translation>
    </message>
    <message>
        <source>Errors −10, 5 and 5. Added up they would cancel, so each is squared.</source>
        <translation>Fehler −10, 5 und 5. Addiert höben sie sich auf, darum wird jeder quadriert.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Every result is asked for before it is shown: type what you expect</source>
        <translation>Jedes Ergebnis wird erfragt, bevor es gezeigt wird: Tippen Sie, was Sie erwarten</translation>
    </message>
    <message>
        <source>Exactly at the lowest place, in one step.</source>
        <translation>Genau an der tiefsten Stelle, in einem Schritt.</translation>
    </message>
    <message>
        <source>Expected '=' after a key in a key/value pair</source>
        <translation>nach einem Schlüssel wird '=' erwartet</translation>
    </message>
    <message>
        <source>Expected ']' at the end of a table declaration</source>
        <translation>am Ende eines Tabellenkopfs wird ']' erwartet</translation>
    </message>
    <message>
        <source>Expected ']]' at the end of an array declaration</source>
        <translation>am Ende eines Tabellenkopfs wird ']]' erwartet</translation>
    </message>
    <message>
        <source>Expected a number such as −24, 2.24 or 1/9.</source>
        <translation>Erwartet wird eine Zahl wie −24, 2,24 oder 1/9.</translation>
    </message>
    <message>
        <source>Expected newline or end of document after a statement</source>
        <translation>nach einer Anweisung wird eine neue Zeile oder das Ende erwartet</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export a picture or a table … (Ctrl+E)</source>
        <translation>Bild oder Tabelle exportieren … (Strg+E)</translation>
    </message>
    <message>
        <source>Export, settings, help</source>
        <translation>Export, Einstellungen, Hilfe</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Fifty steps: two edges hold, the third side is still open.</source>
        <translation>Fünfzig Schritte: Zwei Kanten halten, die dritte Seite ist noch offen.</translation>
    </message>
    <message>
        <source>Finding this place without seeing the landscape: that is the task.</source>
        <translation>Diese Stelle finden, ohne die Landschaft zu sehen: Das ist die Aufgabe.</translation>
    </message>
    <message>
        <source>First axis</source>
        <translation>Erste Achse</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Anpassung</translation>
    </message>
    <message>
        <source>Flat here, after step {row}. Not necessarily the lowest place.</source>
        <translation>Hier ist es flach, nach Schritt {row}. Nicht unbedingt die tiefste Stelle.</translation>
    </message>
    <message>
        <source>Flat here, at the start. Not necessarily the lowest place.</source>
        <translation>Hier ist es flach, am Start. Nicht unbedingt die tiefste Stelle.</translation>
    </message>
    <message>
        <source>Flat here. Not necessarily the lowest place.</source>
        <translation>Hier ist es flach. Nicht unbedingt die tiefste Stelle.</translation>
    </message>
    <message>
        <source>Folded: the lines of {what}; 'explain … --all' prints them.</source>
        <translation>Eingeklappt: die Zeilen {what}; 'explain … --all' gibt sie aus.</translation>
    </message>
    <message>
        <source>For a weight into the hidden node, the first factor is the slope at that node: −8 × 1 × 2 = −16.</source>
        <translation>Für ein Gewicht in den verdeckten Knoten ist der erste Faktor die Steigung an diesem Knoten: −8 × 1 × 2 = −16.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Formula of x</source>
        <translation>Formel in x</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Forward: the values of all nodes, up to the prediction</source>
        <translation>Vorwärts: die Werte aller Knoten, bis zur Vorhersage</translation>
    </message>
    <message>
        <source>Forward: {node}</source>
        <translation>Vorwärts: {node}</translation>
    </message>
    <message>
        <source>Four more steps: the first square shrinks, the last one grows, their mean falls.</source>
        <translation>Noch vier Schritte: Das erste Quadrat schrumpft, das letzte wächst, ihr Mittel fällt.</translation>
    </message>
    <message>
        <source>Four points: the slope of a weight is the mean of its slopes at all of them.</source>
        <translation>Vier Punkte: Die Steigung eines Gewichts ist das Mittel seiner Steigungen an allen.</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Einzelbilder</translation>
    </message>
    <message>
        <source>From another start the same rule ends in the other valley.</source>
        <translation>Von einem anderen Start endet dieselbe Regel im anderen Tal.</translation>
    </message>
    <message>
        <source>From here on the learning rate is {rate}.</source>
        <translation>Ab hier ist die Lernrate {rate}.</translation>
    </message>
    <message>
        <source>From here on, steps are made by {optimizer}.</source>
        <translation>Ab hier werden die Schritte mit {optimizer} gemacht.</translation>
    </message>
    <message>
        <source>From the right the slope is positive: the weight goes down, and the loss from 42.5 to 5.547.</source>
        <translation>Von rechts ist die Steigung positiv: Das Gewicht sinkt, und der Verlust von 42,5 auf 5,547.</translation>
    </message>
    <message>
        <source>GIF, the run as an animation</source>
        <translation>GIF, der Lauf als Animation</translation>
    </message>
    <message>
        <source>Go to any step so far (Home, End)</source>
        <translation>Zu jedem bisherigen Schritt gehen (Pos1, Ende)</translation>
    </message>
    <message>
        <source>Guess first</source>
        <translation>Erst schätzen</translation>
    </message>
    <message>
        <source>Half of that, 1/18, from the same start.</source>
        <translation>Die Hälfte davon, 1/18, vom selben Start.</translation>
    </message>
    <message>
        <source>Hand on the model</source>
        <translation>Das Modell weitergeben</translation>
    </message>
    <message>
        <source>Handout with blanks and answers, PDF …</source>
        <translation>Arbeitsblatt mit Lücken und Lösungen, PDF …</translation>
    </message>
    <message>
        <source>Heights by powers of ten</source>
        <translation>Höhen nach Zehnerpotenzen</translation>
    </message>
    <message>
        <source>Held as {when}: {values}</source>
        <translation>Festgehalten wie {when}: {values}</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>How large is the error?</source>
        <translation>Wie groß ist der Fehler?</translation>
    </message>
    <message>
        <source>How long it plays; start and end are held a moment</source>
        <translation>Wie lange es läuft; Start und Ende bleiben einen Moment stehen</translation>
    </message>
    <message>
        <source>If you do not know the right rate, take a small one, and more steps.</source>
        <translation>Wer die richtige Rate nicht kennt, nimmt eine kleine, und mehr Schritte.</translation>
    </message>
    <message>
        <source>Inputs and the bias’s 1 differ in size {times}-fold: scaling the inputs helps.</source>
        <translation>Die Eingänge und die 1 des Bias unterscheiden sich um das {times}-Fache: Es hilft, die Eingänge zu skalieren.</translation>
    </message>
    <message>
        <source>Inputs differ in size {times}-fold: scaling them helps.</source>
        <translation>Die Eingänge unterscheiden sich um das {times}-Fache: Es hilft, sie zu skalieren.</translation>
    </message>
    <message>
        <source>Invalid date or datetime</source>
        <translation>ungültiges Datum</translation>
    </message>
    <message>
        <source>Invalid initial character for a key part</source>
        <translation>so kann ein Schlüssel nicht beginnen</translation>
    </message>
    <message>
        <source>Invalid statement</source>
        <translation>ungültige Anweisung</translation>
    </message>
    <message>
        <source>Invalid value</source>
        <translation>ungültiger Wert</translation>
    </message>
    <message>
        <source>It gets there in a few steps, swinging across the valley.</source>
        <translation>In wenigen Schritten ist es da und schwingt dabei über das Tal.</translation>
    </message>
    <message>
        <source>It is flat here: the gradient shows no direction.</source>
        <translation>Hier ist es flach: Der Gradient zeigt keine Richtung.</translation>
    </message>
    <message>
        <source>It should have been 13. Error = predicted − actual.</source>
        <translation>Es hätte 13 sein sollen. Fehler = Vorhersage − wahrer Wert.</translation>
    </message>
    <message>
        <source>Its beats are left out: they were about other points.</source>
        <translation>Ihre Takte fehlen darin: Sie galten anderen Punkten.</translation>
    </message>
    <message>
        <source>Its beats may speak of other numbers now.</source>
        <translation>Ihre Takte nennen jetzt vielleicht andere Zahlen.</translation>
    </message>
    <message>
        <source>Keep this run for comparison, and go back to the start</source>
        <translation>Diesen Lauf zum Vergleich merken und zurück zum Anfang</translation>
    </message>
    <message>
        <source>Kept run {name}</source>
        <translation>Gemerkter Lauf {name}</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys and gestures (F1)</source>
        <translation>Tasten und Gesten (F1)</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>LESSONS</source>
        <translation>LEKTIONEN</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Learning rate in the arithmetic</source>
        <translation>Lernrate in der Rechnung</translation>
    </message>
    <message>
        <source>Learning rate of this step</source>
        <translation>Lernrate dieses Schritts</translation>
    </message>
    <message>
        <source>Learning rate {rate}</source>
        <translation>Lernrate {rate}</translation>
    </message>
    <message>
        <source>Learning rate, from 0.00001 to 10 by powers of ten</source>
        <translation>Lernrate, von 0,00001 bis 10 nach Zehnerpotenzen</translation>
    </message>
    <message>
        <source>Learning rate, slider</source>
        <translation>Lernrate, Schieber</translation>
    </message>
    <message>
        <source>Learning rate: a number or a fraction such as 1/9, then Enter</source>
        <translation>Lernrate: eine Zahl oder ein Bruch wie 1/9, dann Eingabe</translation>
    </message>
    <message>
        <source>Learning rate: {reason}</source>
        <translation>Lernrate: {reason}</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Lessons and tables</source>
        <translation>Lektionen und Tabellen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light: a valley. Behind the saddle lies another, just as deep.</source>
        <translation>Licht: ein Tal. Hinter dem Sattel liegt ein zweites, genauso tief.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Gerade</translation>
    </message>
    <message>
        <source>Line through points</source>
        <translation>Gerade durch Punkte</translation>
    </message>
    <message>
        <source>Loss by step</source>
        <translation>Verlust je Schritt</translation>
    </message>
    <message>
        <source>Loss function</source>
        <translation>Verlustfunktion</translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation>Verlustfläche</translation>
    </message>
    <message>
        <source>Loss surface in 3D</source>
        <translation>Verlustfläche in 3D</translation>
    </message>
    <message>
        <source>Lower, and so a better model: a loss of 4.333.</source>
        <translation>Tiefer, und damit ein besseres Modell: ein Verlust von 4,333.</translation>
    </message>
    <message>
        <source>MP4, the run as a video</source>
        <translation>MP4, der Lauf als Video</translation>
    </message>
    <message>
        <source>Many points</source>
        <translation>Viele Punkte</translation>
    </message>
    <message>
        <source>Many steps</source>
        <translation>Viele Schritte</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Map: the loss over two weights, from above</source>
        <translation>Karte: der Verlust über zwei Gewichten, von oben</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Name; empty: as before</source>
        <translation>Name; leer: wie zuvor</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>New random start (N)</source>
        <translation>Neuer zufälliger Start (N)</translation>
    </message>
    <message>
        <source>New start</source>
        <translation>Neuer Start</translation>
    </message>
    <message>
        <source>New {weight}</source>
        <translation>Neues {weight}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next shows what the network predicts. Drag a weight, or click it and type.</source>
        <translation>Weiter zeigt, was das Netz vorhersagt. Ein Gewicht ziehen, oder anklicken und tippen.</translation>
    </message>
    <message>
        <source>Next takes one step phase by phase; Step takes it at once.</source>
        <translation>Weiter macht einen Schritt Phase für Phase, Schritt macht ihn auf einmal.</translation>
    </message>
    <message>
        <source>Next: the next phase or beat (PageDown)</source>
        <translation>Weiter: die nächste Phase oder der nächste Takt (Bild ab)</translation>
    </message>
    <message>
        <source>Next: {what}</source>
        <translation>Als Nächstes: {what}</translation>
    </message>
    <message>
        <source>No direction curves upwards here, so there is no critical rate.</source>
        <translation>Hier ist keine Richtung nach oben gekrümmt, also gibt es keine kritische Rate.</translation>
    </message>
    <message>
        <source>No point is held out any more: the loss is {loss}.</source>
        <translation>Kein Punkt ist mehr zurückgehalten: Der Verlust beträgt {loss}.</translation>
    </message>
    <message>
        <source>Not quite: it is less.</source>
        <translation>Nicht ganz: Es ist weniger.</translation>
    </message>
    <message>
        <source>Not quite: it is more.</source>
        <translation>Nicht ganz: Es ist mehr.</translation>
    </message>
    <message>
        <source>Not quite: that is the change; the new weight is weight + change.</source>
        <translation>Nicht ganz: Das ist die Änderung; das neue Gewicht ist Gewicht + Änderung.</translation>
    </message>
    <message>
        <source>Not quite: that is the squared error.</source>
        <translation>Nicht ganz: Das ist der quadratische Fehler.</translation>
    </message>
    <message>
        <source>Not quite: that is the sum over the points; divide by {points}.</source>
        <translation>Nicht ganz: Das ist die Summe über die Punkte; noch durch {points} teilen.</translation>
    </message>
    <message>
        <source>Not quite: that is the sum; the activation comes after it.</source>
        <translation>Nicht ganz: Das ist die Summe; danach kommt die Aktivierung.</translation>
    </message>
    <message>
        <source>Not quite: the error is predicted − actual, not the other way.</source>
        <translation>Nicht ganz: Der Fehler ist Vorhersage − wahrer Wert, nicht umgekehrt.</translation>
    </message>
    <message>
        <source>Not quite: the factor 2 of the squared error is missing.</source>
        <translation>Nicht ganz: Der Faktor 2 des quadratischen Fehlers fehlt.</translation>
    </message>
    <message>
        <source>Not quite: the learning rate is missing, and the sign is wrong.</source>
        <translation>Nicht ganz: Die Lernrate fehlt, und das Vorzeichen ist falsch.</translation>
    </message>
    <message>
        <source>Not quite: the learning rate is missing.</source>
        <translation>Nicht ganz: Die Lernrate fehlt.</translation>
    </message>
    <message>
        <source>Not quite: the sign is the other way round.</source>
        <translation>Nicht ganz: Das Vorzeichen ist umgekehrt.</translation>
    </message>
    <message>
        <source>Not quite: the sign; the weight goes against the slope.</source>
        <translation>Nicht ganz: das Vorzeichen; das Gewicht geht gegen die Steigung.</translation>
    </message>
    <message>
        <source>Not there: {loss} at your guess, {lowest} at the lowest place, {here} here.</source>
        <translation>Nicht dort: {loss} an der geratenen Stelle, {lowest} an der tiefsten, {here} hier.</translation>
    </message>
    <message>
        <source>Nothing is asked for now.</source>
        <translation>Im Augenblick ist nichts gefragt.</translation>
    </message>
    <message>
        <source>Nothing to draw: the ends of an axis are too close together</source>
        <translation>Nichts zu zeichnen: die Enden einer Achse liegen zu nah beieinander</translation>
    </message>
    <message>
        <source>Nothing to draw: the numbers here are too large</source>
        <translation>Nichts zu zeichnen: die Zahlen sind hier zu groß</translation>
    </message>
    <message>
        <source>On, until it is uphill in every direction.</source>
        <translation>Weiter, bis es in jeder Richtung bergauf geht.</translation>
    </message>
    <message>
        <source>One input is some twenty-five times as large as the other: no learning rate suits both.</source>
        <translation>Ein Eingang ist etwa fünfundzwanzigmal so groß wie der andere: Keine Lernrate passt beiden.</translation>
    </message>
    <message>
        <source>One more, and one more.</source>
        <translation>Noch einer, und noch einer.</translation>
    </message>
    <message>
        <source>One node cuts the plane in two: a straight decision line that turns until it fits.</source>
        <translation>Ein Knoten teilt die Ebene in zwei: eine gerade Grenze, die sich dreht, bis sie passt.</translation>
    </message>
    <message>
        <source>One number for all points: square each error, then take the mean.</source>
        <translation>Eine Zahl für alle Punkte: jeden Fehler quadrieren, dann das Mittel nehmen.</translation>
    </message>
    <message>
        <source>One of {count} equally deep valleys, down to {other}; {loss} here.</source>
        <translation>Eines von {count} gleich tiefen Tälern, bis {other}; hier {loss}.</translation>
    </message>
    <message>
        <source>One point cannot be held out: nothing would train.</source>
        <translation>Ein einziger Punkt kann nicht zurückgehalten werden: Es bliebe nichts zum Lernen.</translation>
    </message>
    <message>
        <source>One set of weights, four points: what is right for one is wrong for another.</source>
        <translation>Ein Satz Gewichte, vier Punkte: Was für den einen stimmt, ist für den anderen falsch.</translation>
    </message>
    <message>
        <source>One step downhill on the right is a better line on the left.</source>
        <translation>Ein Schritt bergab rechts ist eine bessere Gerade links.</translation>
    </message>
    <message>
        <source>One step downhill.</source>
        <translation>Ein Schritt bergab.</translation>
    </message>
    <message>
        <source>One step goes straight across to the floor of the ravine.</source>
        <translation>Ein Schritt geht geradewegs auf den Boden der Schlucht.</translation>
    </message>
    <message>
        <source>One step turns the line.</source>
        <translation>Ein Schritt dreht die Linie.</translation>
    </message>
    <message>
        <source>One step: the loss falls from 36.75 to 29.58.</source>
        <translation>Ein Schritt: Der Verlust fällt von 36,75 auf 29,58.</translation>
    </message>
    <message>
        <source>One weight</source>
        <translation>Ein Gewicht</translation>
    </message>
    <message>
        <source>One weight has no directions to choose from.</source>
        <translation>Bei einem Gewicht gibt es keine Richtungen zu wählen.</translation>
    </message>
    <message>
        <source>One weight, map or 3D</source>
        <translation>Ein Gewicht, Karte oder 3D</translation>
    </message>
    <message>
        <source>One weight: the loss over one weight, with its tangent</source>
        <translation>Ein Gewicht: der Verlust über einem Gewicht, mit Tangente</translation>
    </message>
    <message>
        <source>Only learning rates below 0.001 lead down: scaling the inputs helps.</source>
        <translation>Nur Lernraten unter 0.001 führen hinab: Die Eingänge zu skalieren hilft.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a lesson file (Ctrl+O), or drop it on the window</source>
        <translation>Eine Lektionsdatei öffnen (Strg+O), oder auf das Fenster ziehen</translation>
    </message>
    <message>
        <source>Open a lesson or a table</source>
        <translation>Eine Lektion oder Tabelle öffnen</translation>
    </message>
    <message>
        <source>Open a lesson …</source>
        <translation>Lektion öffnen …</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>Eine Tabelle öffnen</translation>
    </message>
    <message>
        <source>Open a table (Ctrl+O), or drop it on the window</source>
        <translation>Eine Tabelle öffnen (Strg+O) oder auf das Fenster ziehen</translation>
    </message>
    <message>
        <source>OpenGL could not be started on this computer.</source>
        <translation>OpenGL ließ sich auf diesem Rechner nicht starten.</translation>
    </message>
    <message>
        <source>OpenGL draws nothing on this computer.</source>
        <translation>OpenGL zeichnet auf diesem Rechner nichts.</translation>
    </message>
    <message>
        <source>OpenGL failed while it drew.</source>
        <translation>OpenGL ist beim Zeichnen gescheitert.</translation>
    </message>
    <message>
        <source>OpenGL was lost while the program ran.</source>
        <translation>OpenGL ging verloren, während das Programm lief.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Optimizer: the rule by which the slopes change the weights</source>
        <translation>Optimierer: die Regel, nach der die Steigungen die Gewichte ändern</translation>
    </message>
    <message>
        <source>Other points</source>
        <translation>Andere Punkte</translation>
    </message>
    <message>
        <source>Other points of the same kind: the next seed</source>
        <translation>Andere Punkte derselben Art: der nächste Startwert</translation>
    </message>
    <message>
        <source>Other points: with these weights the loss is {loss}.</source>
        <translation>Andere Punkte: Mit diesen Gewichten beträgt der Verlust {loss}.</translation>
    </message>
    <message>
        <source>Other weights, another prediction: find the ones that make the error 0.</source>
        <translation>Andere Gewichte, andere Vorhersage: Gesucht sind die, mit denen der Fehler 0 ist.</translation>
    </message>
    <message>
        <source>Over or under a curve</source>
        <translation>Über oder unter einer Kurve</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PLAYGROUND</source>
        <translation>SPIELPLATZ</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>PageDown, PageUp</source>
        <translation>Bild ab, Bild auf</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste cells of a spreadsheet (Ctrl+V)</source>
        <translation>Zellen einer Tabellenkalkulation einfügen (Strg+V)</translation>
    </message>
    <message>
        <source>Pasted points</source>
        <translation>Eingefügte Punkte</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pictures: each node shows its value over the inputs</source>
        <translation>Bilder: Jeder Knoten zeigt seinen Wert über den Eingaben</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Playground: lessons to play with</source>
        <translation>Spielplatz: Lektionen zum Ausprobieren</translation>
    </message>
    <message>
        <source>Point 1 is exact now, and points 2 and 3 are spoilt.</source>
        <translation>Punkt 1 stimmt jetzt genau, und die Punkte 2 und 3 sind verdorben.</translation>
    </message>
    <message>
        <source>Point 3 is off by 5. We need one number for all points together.</source>
        <translation>Punkt 3 liegt um 5 daneben. Wir brauchen eine Zahl für alle Punkte zusammen.</translation>
    </message>
    <message>
        <source>Point {point}: predicted {predicted}, actual {actual}: the error is {error}</source>
        <translation>Punkt {point}: vorhergesagt {predicted}, wahr {actual}: Der Fehler ist {error}</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Points are held out for testing: the loss of the others is {loss}.</source>
        <translation>Punkte sind zum Testen zurückgehalten: Der Verlust der übrigen beträgt {loss}.</translation>
    </message>
    <message>
        <source>Predicted 10, actual 13: the error is −3.</source>
        <translation>Vorhergesagt 10, wahr 13: Der Fehler ist −3.</translation>
    </message>
    <message>
        <source>Predicted {predicted}, actual {actual}: the error is {error}</source>
        <translation>Vorhergesagt {predicted}, wahr {actual}: Der Fehler ist {error}</translation>
    </message>
    <message>
        <source>Predictions 10, 8 and 6.</source>
        <translation>Vorhersagen 10, 8 und 6.</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>Present: full screen for the class (F5)</source>
        <translation>Vorführen: ganzer Bildschirm für den Hörsaal (F5)</translation>
    </message>
    <message>
        <source>Presenter</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>Press {done} of {count} of the lesson</source>
        <translation>Druck {done} von {count} der Lektion</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Put it away (Ctrl+D)</source>
        <translation>Wegräumen (Strg+D)</translation>
    </message>
    <message>
        <source>Put the list away (Ctrl+L)</source>
        <translation>Die Liste weglegen (Strg+L)</translation>
    </message>
    <message>
        <source>Random directions</source>
        <translation>Zufällige Richtungen</translation>
    </message>
    <message>
        <source>Ranges of the surface</source>
        <translation>Bereiche der Fläche</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Refining …</source>
        <translation>Wird verfeinert …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Rename a run</source>
        <translation>Einen Lauf umbenennen</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Repeat the update and watch the loss fall, fast at first and then slowly.</source>
        <translation>Das Anpassen wiederholen und zusehen, wie der Verlust sinkt, erst schnell, dann langsam.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Reset: back to the start (Home)</source>
        <translation>Anfang: zurück zum Start (Pos1)</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Right, Left</source>
        <translation>Rechts, Links</translation>
    </message>
    <message>
        <source>Right. The next press shows how it comes about.</source>
        <translation>Richtig. Der nächste Druck zeigt, wie es zustande kommt.</translation>
    </message>
    <message>
        <source>Right: {loss} at your guess, {lowest} at the lowest place, {here} here.</source>
        <translation>Richtig: {loss} an der geratenen Stelle, {lowest} an der tiefsten, {here} hier.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Run: step by itself, or pause (R or Space)</source>
        <translation>Lauf: Schritte von selbst, oder Pause (R oder Leertaste)</translation>
    </message>
    <message>
        <source>SVG, for drawing programs</source>
        <translation>SVG, für Zeichenprogramme</translation>
    </message>
    <message>
        <source>Same start, several learning rates: one lands, one flips for ever, one flies off.</source>
        <translation>Derselbe Start, mehrere Lernraten: Eine landet, eine springt für immer hin und her, eine fliegt davon.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Als Datei speichern</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation>Die Lektion speichern</translation>
    </message>
    <message>
        <source>Save the lesson (Ctrl+S)</source>
        <translation>Die Lektion speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Save the lesson as … (Ctrl+Shift+S)</source>
        <translation>Die Lektion speichern unter … (Strg+Umschalt+S)</translation>
    </message>
    <message>
        <source>Save the lesson?</source>
        <translation>Die Lektion speichern?</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>Das Skript speichern</translation>
    </message>
    <message>
        <source>Save the script as a .py file</source>
        <translation>Das Skript als .py-Datei speichern</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Saved {file} in {folder}.</source>
        <translation>{file} ist in {folder} gespeichert.</translation>
    </message>
    <message>
        <source>Saving {file} …</source>
        <translation>{file} wird gespeichert …</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Scale the inputs</source>
        <translation>Eingänge skalieren</translation>
    </message>
    <message>
        <source>Scale the inputs: (x − mean) ÷ deviation</source>
        <translation>Eingänge skalieren: (x − Mittelwert) ÷ Abweichung</translation>
    </message>
    <message>
        <source>Scaled inputs</source>
        <translation>Skalierte Eingänge</translation>
    </message>
    <message>
        <source>Second axis</source>
        <translation>Zweite Achse</translation>
    </message>
    <message>
        <source>Seen from</source>
        <translation>Gesehen von</translation>
    </message>
    <message>
        <source>Seen from above, with level lines. Where is the lowest place?</source>
        <translation>Von oben gesehen, mit Höhenlinien. Wo ist die tiefste Stelle?</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sharp at every size.</source>
        <translation>In jeder Größe scharf.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Slide, 16:10</source>
        <translation>Folie, 16:10</translation>
    </message>
    <message>
        <source>Slide, 16:9</source>
        <translation>Folie, 16:9</translation>
    </message>
    <message>
        <source>Slide, 4:3</source>
        <translation>Folie, 4:3</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Folien</translation>
    </message>
    <message>
        <source>Slides of all beats, PDF …</source>
        <translation>Folien aller Schritte der Lektion, PDF …</translation>
    </message>
    <message>
        <source>Slides with your notes, PDF …</source>
        <translation>Folien mit Ihren Notizen, PDF …</translation>
    </message>
    <message>
        <source>Slides …</source>
        <translation>Folien …</translation>
    </message>
    <message>
        <source>Slope of one weight</source>
        <translation>Steigung eines Gewichts</translation>
    </message>
    <message>
        <source>Slope of the loss × value that feeds the weight × slope of the activation. Which way must the weight go?</source>
        <translation>Steigung des Verlusts × Wert, der das Gewicht speist × Steigung der Aktivierung. Wohin muss das Gewicht?</translation>
    </message>
    <message>
        <source>Slope of {weight}</source>
        <translation>Steigung von {weight}</translation>
    </message>
    <message>
        <source>Slopes</source>
        <translation>Steigungen</translation>
    </message>
    <message>
        <source>Slopes: how the loss changes with each weight</source>
        <translation>Steigungen: wie sich der Verlust mit jedem Gewicht ändert</translation>
    </message>
    <message>
        <source>Small, for an animation</source>
        <translation>Klein, für eine Animation</translation>
    </message>
    <message>
        <source>Smaller slope, smaller step: the loss is 0.589.</source>
        <translation>Kleinere Steigung, kleinerer Schritt: Der Verlust ist 0,589.</translation>
    </message>
    <message>
        <source>So the weight goes up, against the slope: the loss falls from 51.78 to 6.662.</source>
        <translation>Also steigt das Gewicht, gegen die Steigung: Der Verlust fällt von 51,78 auf 6,662.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Im Programm ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Space or R</source>
        <translation>Leertaste oder R</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed of Run: 1 step a second</source>
        <translation>Tempo des Laufs: 1 Schritt je Sekunde</translation>
    </message>
    <message>
        <source>Speed of Run: as many steps as fit</source>
        <translation>Tempo des Laufs: so viele Schritte wie möglich</translation>
    </message>
    <message>
        <source>Speed of Run: {count} steps a second</source>
        <translation>Tempo des Laufs: {count} Schritte je Sekunde</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>Squares: each squared error as a square</source>
        <translation>Quadrate: jeder quadrierte Fehler als Quadrat</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Start anywhere, find the slope, step downhill, until it is flat.</source>
        <translation>Irgendwo starten, die Steigung finden, bergab gehen, bis es flach ist.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step goes downhill once.</source>
        <translation>Schritt geht einmal bergab.</translation>
    </message>
    <message>
        <source>Step {row}: the loss is {loss}.</source>
        <translation>Schritt {row}: Der Verlust ist {loss}.</translation>
    </message>
    <message>
        <source>Step {step}, error: {predicted} is predicted, {actual} is actual, the error is {error}; the loss is {loss}.</source>
        <translation>Schritt {step}, Fehler: Vorhergesagt ist {predicted}, wahr ist {actual}, der Fehler ist {error}; der Verlust ist {loss}.</translation>
    </message>
    <message>
        <source>Step {step}, forward: the network predicts {predicted}.</source>
        <translation>Schritt {step}, vorwärts: Das Netz sagt {predicted} voraus.</translation>
    </message>
    <message>
        <source>Step {step}, slopes: the {what} is {slope}; {next}.</source>
        <translation>Schritt {step}, Steigungen: Die {what} ist {slope}; {next}.</translation>
    </message>
    <message>
        <source>Step: one whole step (Right)</source>
        <translation>Schritt: ein ganzer Schritt (Rechts)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Steps so far</source>
        <translation>Bisherige Schritte</translation>
    </message>
    <message>
        <source>Still on the slope, at {loss}. It goes down to {other}.</source>
        <translation>Noch am Hang, bei {loss}. Es geht bis {other} hinab.</translation>
    </message>
    <message>
        <source>Stops the animation; nothing is written</source>
        <translation>Bricht die Animation ab; es wird nichts geschrieben</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Surface in 3D</source>
        <translation>Fläche in 3D</translation>
    </message>
    <message>
        <source>Surface, double click</source>
        <translation>Fläche, Doppelklick</translation>
    </message>
    <message>
        <source>Table …</source>
        <translation>Tabelle …</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>That could not be drawn.</source>
        <translation>Das konnte nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>The OpenGL of this computer is older than 2.1.</source>
        <translation>Das OpenGL dieses Rechners ist älter als 2.1.</translation>
    </message>
    <message>
        <source>The activation’s slope</source>
        <translation>Steigung der Aktivierung</translation>
    </message>
    <message>
        <source>The animation was stopped; nothing was written.</source>
        <translation>Die Animation wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The arrows go through this step’s {n} points</source>
        <translation>Die Pfeile gehen durch die {n} Punkte dieses Schritts</translation>
    </message>
    <message>
        <source>The average of earlier slopes carries it uphill.</source>
        <translation>Das Mittel der früheren Steigungen trägt bergauf.</translation>
    </message>
    <message>
        <source>The baseline network again: it predicts 9; the actual value is 13.</source>
        <translation>Wieder das Ausgangsnetz: Es sagt 9 voraus; der wahre Wert ist 13.</translation>
    </message>
    <message>
        <source>The clipboard holds no table: copy cells in a spreadsheet first.</source>
        <translation>Die Zwischenablage enthält keine Tabelle: Kopieren Sie zuerst Zellen einer Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>The dead node: the activation’s slope is 0, so the slopes of both weights into it are 0.</source>
        <translation>Der tote Knoten: Die Steigung der Aktivierung ist 0, also sind die Steigungen beider Gewichte in ihn 0.</translation>
    </message>
    <message>
        <source>The deepest valley, {loss}; another one ends at {other}.</source>
        <translation>Das tiefste Tal, {loss}; ein anderes endet bei {other}.</translation>
    </message>
    <message>
        <source>The explanation is on the clipboard.</source>
        <translation>Die Erklärung ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The first output weight from 2 to 3: now it is 1 too high.</source>
        <translation>Das erste Ausgangsgewicht von 2 auf 3: Jetzt ist es um 1 zu hoch.</translation>
    </message>
    <message>
        <source>The first rows of the table</source>
        <translation>Die ersten Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>The formula {formula}: {problem}</source>
        <translation>Die Formel {formula}: {problem}</translation>
    </message>
    <message>
        <source>The gradient, and across it</source>
        <translation>Der Gradient und quer dazu</translation>
    </message>
    <message>
        <source>The ground is getting flatter. Is this the lowest place?</source>
        <translation>Der Boden wird flacher. Ist das die tiefste Stelle?</translation>
    </message>
    <message>
        <source>The inputs are as they were: at the start the loss is {loss}.</source>
        <translation>Die Eingänge sind wie zuvor: Am Anfang beträgt der Verlust {loss}.</translation>
    </message>
    <message>
        <source>The inputs are scaled now: at the start the loss is {loss}.</source>
        <translation>Die Eingänge sind jetzt skaliert: Am Anfang beträgt der Verlust {loss}.</translation>
    </message>
    <message>
        <source>The inputs are scaled.</source>
        <translation>Die Eingänge sind skaliert.</translation>
    </message>
    <message>
        <source>The inputs differ in size more than 30 times: scaling them helps.</source>
        <translation>Die Eingänge sind um mehr als das 30-Fache verschieden groß: Sie zu skalieren hilft.</translation>
    </message>
    <message>
        <source>The largest curvature here is λ {curvature}: with gradient descent, learning rates above 2/λ {rate} overshoot more with every step. Exactly: the loss is a bowl.</source>
        <translation>Die größte Krümmung ist hier λ {curvature}: Mit Gradientenabstieg schießen Lernraten über 2/λ {rate} mit jedem Schritt weiter hinaus. Genau, denn der Verlust ist eine Schüssel.</translation>
    </message>
    <message>
        <source>The largest curvature here is λ {curvature}: with gradient descent, learning rates above 2/λ {rate} overshoot. A local estimate: the loss is no bowl.</source>
        <translation>Die größte Krümmung ist hier λ {curvature}: Mit Gradientenabstieg schießen Lernraten über 2/λ {rate} hinaus. Eine Schätzung für diese Stelle: der Verlust ist keine Schüssel.</translation>
    </message>
    <message>
        <source>The largest curvature here, and the critical learning rate 2/λ</source>
        <translation>Die größte Krümmung hier und die kritische Lernrate 2/λ</translation>
    </message>
    <message>
        <source>The learning rate can be three thousand times as large.</source>
        <translation>Die Lernrate darf dreitausendmal so groß sein.</translation>
    </message>
    <message>
        <source>The lesson goes on where it was; Ctrl+Z brings back what you had done.</source>
        <translation>Die Lektion geht weiter, wo sie war; Strg+Z bringt zurück, was Sie getan hatten.</translation>
    </message>
    <message>
        <source>The lesson stops here, after step {row}, at a loss of {loss}.</source>
        <translation>Die Lektion endet hier, nach Schritt {row}, bei einem Verlust von {loss}.</translation>
    </message>
    <message>
        <source>The lesson stops here, after step {row}: the loss has grown to {loss}.</source>
        <translation>Die Lektion endet hier, nach Schritt {row}: Der Verlust ist auf {loss} gewachsen.</translation>
    </message>
    <message>
        <source>The list of lessons (Ctrl+L)</source>
        <translation>Die Liste der Lektionen (Strg+L)</translation>
    </message>
    <message>
        <source>The live node: the slope there is −6 × 1 × 2 = −12; × input 2 × the activation’s slope 1 = −24.</source>
        <translation>Der lebende Knoten: Die Steigung dort ist −6 × 1 × 2 = −12; × Eingang 2 × Steigung der Aktivierung 1 = −24.</translation>
    </message>
    <message>
        <source>The live node’s weights move, the dead node’s stay where they are.</source>
        <translation>Die Gewichte des lebenden Knotens bewegen sich, die des toten bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>The loss by step</source>
        <translation>Der Verlust je Schritt</translation>
    </message>
    <message>
        <source>The loss is {loss} here, and nowhere a valley.</source>
        <translation>Der Verlust ist hier {loss}, und nirgends ist ein Tal.</translation>
    </message>
    <message>
        <source>The loss over one weight or two</source>
        <translation>Der Verlust über einem Gewicht oder zweien</translation>
    </message>
    <message>
        <source>The loss over two weights is a landscape, and the best model is its lowest place.</source>
        <translation>Der Verlust über zwei Gewichten ist eine Landschaft, und das beste Modell ist ihre tiefste Stelle.</translation>
    </message>
    <message>
        <source>The lowest place of this picture, {loss}.</source>
        <translation>Die tiefste Stelle dieses Bildes, {loss}.</translation>
    </message>
    <message>
        <source>The lowest place, a loss of 0.6667: no other weights do better.</source>
        <translation>Die tiefste Stelle, ein Verlust von 0,6667: Keine anderen Gewichte sind besser.</translation>
    </message>
    <message>
        <source>The main directions of the path</source>
        <translation>Die Hauptrichtungen des Wegs</translation>
    </message>
    <message>
        <source>The mark: the critical rate 2/λ ≈ {rate}</source>
        <translation>Die Marke: die kritische Rate 2/λ ≈ {rate}</translation>
    </message>
    <message>
        <source>The network has no table: choose a picture.</source>
        <translation>Das Netz hat keine Tabelle: Bitte ein Bild wählen.</translation>
    </message>
    <message>
        <source>The network is given (x − mean) ÷ deviation of each input</source>
        <translation>Das Netz erhält (x − Mittelwert) ÷ Abweichung jedes Eingangs</translation>
    </message>
    <message>
        <source>The network is given (x − mean) ÷ deviation.</source>
        <translation>Das Netz erhält (x − Mittelwert) ÷ Abweichung.</translation>
    </message>
    <message>
        <source>The network predicts {predicted}</source>
        <translation>Das Netz sagt {predicted} voraus</translation>
    </message>
    <message>
        <source>The network with its numbers</source>
        <translation>Das Netz mit seinen Zahlen</translation>
    </message>
    <message>
        <source>The new weights would no longer be finite numbers.</source>
        <translation>Die neuen Gewichte wären keine endlichen Zahlen mehr.</translation>
    </message>
    <message>
        <source>The next point</source>
        <translation>Der nächste Punkt</translation>
    </message>
    <message>
        <source>The next press shows it.</source>
        <translation>Der nächste Druck zeigt es.</translation>
    </message>
    <message>
        <source>The next step changes nothing</source>
        <translation>Der nächste Schritt ändert nichts</translation>
    </message>
    <message>
        <source>The next step does not lower the loss</source>
        <translation>Der nächste Schritt senkt den Verlust nicht</translation>
    </message>
    <message>
        <source>The next step is worse still: it flies off.</source>
        <translation>Der nächste Schritt ist noch schlimmer: Es fliegt davon.</translation>
    </message>
    <message>
        <source>The next step lowers the loss</source>
        <translation>Der nächste Schritt senkt den Verlust</translation>
    </message>
    <message>
        <source>The next step lowers the loss, but lands across the valley</source>
        <translation>Der nächste Schritt senkt den Verlust, landet aber jenseits des Tals</translation>
    </message>
    <message>
        <source>The next step overflows</source>
        <translation>Beim nächsten Schritt laufen die Zahlen über</translation>
    </message>
    <message>
        <source>The numbers overflow here, so there is no critical rate.</source>
        <translation>Hier laufen die Zahlen über, also gibt es keine kritische Rate.</translation>
    </message>
    <message>
        <source>The other controls</source>
        <translation>Die übrigen Bedienelemente</translation>
    </message>
    <message>
        <source>The other {count} weights are held as they are {when}.</source>
        <translation>Die anderen {count} Gewichte bleiben, wie sie {when} sind.</translation>
    </message>
    <message>
        <source>The output weights’ slopes: −40 and −8.</source>
        <translation>Die Steigungen der Ausgangsgewichte: −40 und −8.</translation>
    </message>
    <message>
        <source>The path has no main directions yet: take some steps first.</source>
        <translation>Der Weg hat noch keine Hauptrichtungen: erst einige Schritte machen.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The point before</source>
        <translation>Der Punkt davor</translation>
    </message>
    <message>
        <source>The point on the surface</source>
        <translation>Der Punkt auf der Fläche</translation>
    </message>
    <message>
        <source>The points, predicted and actual</source>
        <translation>Die Punkte, vorhergesagt und tatsächlich</translation>
    </message>
    <message>
        <source>The prediction is 4 too low. Which weight would you change, and which way?</source>
        <translation>Die Vorhersage ist um 4 zu niedrig. Welches Gewicht würden Sie ändern, und in welche Richtung?</translation>
    </message>
    <message>
        <source>The preview is being drawn …</source>
        <translation>Die Vorschau wird gezeichnet …</translation>
    </message>
    <message>
        <source>The program could not start.</source>
        <translation>Das Programm konnte nicht starten.</translation>
    </message>
    <message>
        <source>The same again, slope and step: the loss is 1.241.</source>
        <translation>Noch einmal dasselbe, Steigung und Schritt: Der Verlust ist 1,241.</translation>
    </message>
    <message>
        <source>The same flats with each input as (x − mean) ÷ deviation: a round bowl, few steps.</source>
        <translation>Dieselben Wohnungen, jeder Eingang als (x − Mittelwert) ÷ Abweichung: eine runde Schüssel, wenige Schritte.</translation>
    </message>
    <message>
        <source>The same flats, but each input is told in deviations from its mean.</source>
        <translation>Dieselben Wohnungen, aber jeder Eingang ist in Abweichungen von seinem Mittelwert angegeben.</translation>
    </message>
    <message>
        <source>The same slopes with a rate of 0.001: the loss falls from 16 to 10.66.</source>
        <translation>Dieselben Steigungen mit der Lernrate 0,001: Der Verlust fällt von 16 auf 10,66.</translation>
    </message>
    <message>
        <source>The same weights have to serve every point.</source>
        <translation>Dieselben Gewichte müssen für jeden Punkt taugen.</translation>
    </message>
    <message>
        <source>The script is on the clipboard.</source>
        <translation>Das Skript ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The second one from −1 to −2: the error is 0.</source>
        <translation>Das zweite von −1 auf −2: Der Fehler ist 0.</translation>
    </message>
    <message>
        <source>The slope is −24. What if we simply subtract it?</source>
        <translation>Die Steigung ist −24. Was, wenn wir sie einfach abziehen?</translation>
    </message>
    <message>
        <source>The slope of a weight is a product of three factors. Which way must the weight go?</source>
        <translation>Die Steigung eines Gewichts ist ein Produkt aus drei Faktoren. Wohin muss das Gewicht?</translation>
    </message>
    <message>
        <source>The slope under your feet</source>
        <translation>Die Steigung unter den Füßen</translation>
    </message>
    <message>
        <source>The sums are 5 and −5, but relu lets nothing below 0 through: 5 and 0.</source>
        <translation>Die Summen sind 5 und −5, aber relu lässt nichts unter 0 durch: 5 und 0.</translation>
    </message>
    <message>
        <source>The tangent tells the slope: negative means the loss falls to the right.</source>
        <translation>Die Tangente zeigt die Steigung: Negativ heißt, der Verlust fällt nach rechts.</translation>
    </message>
    <message>
        <source>The third factor at work: where relu gives 0, its slope is 0, and the node is dead.</source>
        <translation>Der dritte Faktor am Werk: Wo relu 0 liefert, ist seine Steigung 0, und der Knoten ist tot.</translation>
    </message>
    <message>
        <source>The usual side</source>
        <translation>Die übliche Seite</translation>
    </message>
    <message>
        <source>The velocity of earlier steps carries it uphill.</source>
        <translation>Die Geschwindigkeit aus früheren Schritten trägt bergauf.</translation>
    </message>
    <message>
        <source>The weight decay raises it: without the decay it would have fallen.</source>
        <translation>Der Gewichtszerfall (weight decay) hebt ihn: Ohne ihn wäre er gesunken.</translation>
    </message>
    <message>
        <source>The whole lesson as slides, or as a handout</source>
        <translation>Die ganze Lektion als Folien oder als Arbeitsblatt</translation>
    </message>
    <message>
        <source>The whole run, {frames} of its {rows} moments in {seconds} s.</source>
        <translation>Der ganze Lauf, {frames} seiner {rows} Momente in {seconds} s.</translation>
    </message>
    <message>
        <source>Their squares: 100, 25 and 25. A large error counts most.</source>
        <translation>Ihre Quadrate: 100, 25 und 25. Ein großer Fehler zählt am meisten.</translation>
    </message>
    <message>
        <source>Their sum: 100 + 25 + 25 = 150.</source>
        <translation>Ihre Summe: 100 + 25 + 25 = 150.</translation>
    </message>
    <message>
        <source>There is no OpenGL on this screen.</source>
        <translation>Auf diesem Bildschirm gibt es kein OpenGL.</translation>
    </message>
    <message>
        <source>This lesson takes no steps: choose a picture.</source>
        <translation>Diese Lektion geht keine Schritte: Wählen Sie ein Bild.</translation>
    </message>
    <message>
        <source>This step as NumPy code</source>
        <translation>Dieser Schritt als NumPy-Code</translation>
    </message>
    <message>
        <source>This step’s points slope another way than all {points} points.</source>
        <translation>An den Punkten dieses Schritts geht es anderswo bergab als im Mittel über alle {points} Punkte.</translation>
    </message>
    <message>
        <source>This was the end of the lesson.</source>
        <translation>Das war das Ende der Lektion.</translation>
    </message>
    <message>
        <source>Through a layer</source>
        <translation>Durch eine Schicht</translation>
    </message>
    <message>
        <source>Too big a step</source>
        <translation>Ein zu großer Schritt</translation>
    </message>
    <message>
        <source>Too big a step: 2/λ {critical} here.</source>
        <translation>Ein zu großer Schritt: 2/λ {critical} hier.</translation>
    </message>
    <message>
        <source>Too big a step: a rate below 2/λ {critical} would have lowered the loss.</source>
        <translation>Ein zu großer Schritt: Eine Rate unter 2/λ {critical} hätte den Verlust gesenkt.</translation>
    </message>
    <message>
        <source>Too big a step: a rate below {limit} would have lowered the loss.</source>
        <translation>Ein zu großer Schritt: Eine Rate unter {limit} hätte den Verlust gesenkt.</translation>
    </message>
    <message>
        <source>Too big a step: a rate below {limit} would have lowered the loss; 2/λ {critical} here.</source>
        <translation>Ein zu großer Schritt: Eine Rate unter {limit} hätte den Verlust gesenkt; 2/λ {critical} hier.</translation>
    </message>
    <message>
        <source>Too big a step: a smaller learning rate helps.</source>
        <translation>Ein zu großer Schritt: Eine kleinere Lernrate hilft.</translation>
    </message>
    <message>
        <source>Too many nodes, too few points</source>
        <translation>Zu viele Knoten, zu wenige Punkte</translation>
    </message>
    <message>
        <source>Training as a NumPy script …</source>
        <translation>Training als NumPy-Skript …</translation>
    </message>
    <message>
        <source>Training as a PyTorch script …</source>
        <translation>Training als PyTorch-Skript …</translation>
    </message>
    <message>
        <source>Training points are fitted ever better, and what was held out gets worse.</source>
        <translation>Trainingspunkte werden immer besser getroffen, und was zurückgelegt ist, wird schlechter.</translation>
    </message>
    <message>
        <source>Turn slowly</source>
        <translation>Langsam drehen</translation>
    </message>
    <message>
        <source>Twenty steps: both losses fall.</source>
        <translation>Zwanzig Schritte: Beide Verluste sinken.</translation>
    </message>
    <message>
        <source>Twenty steps: it stands between the clouds.</source>
        <translation>Zwanzig Schritte: Sie steht zwischen den Wolken.</translation>
    </message>
    <message>
        <source>Twenty steps: the output adds three bends up, and begins to follow the points.</source>
        <translation>Zwanzig Schritte: Der Ausgang zählt drei Biegungen zusammen und beginnt, den Punkten zu folgen.</translation>
    </message>
    <message>
        <source>Twice the rate: to and fro across the ravine, and higher with every step.</source>
        <translation>Die doppelte Rate: hin und her über die Schlucht, und mit jedem Schritt höher.</translation>
    </message>
    <message>
        <source>Two clouds</source>
        <translation>Zwei Wolken</translation>
    </message>
    <message>
        <source>Two colours: which class is predicted</source>
        <translation>Zwei Farben: welche Klasse vorhergesagt wird</translation>
    </message>
    <message>
        <source>Two hundred: three edges make a closed ring.</source>
        <translation>Zweihundert: Drei Kanten machen einen geschlossenen Ring.</translation>
    </message>
    <message>
        <source>Two inputs</source>
        <translation>Zwei Eingänge</translation>
    </message>
    <message>
        <source>Two inputs, two hidden nodes, one prediction: how far off is it?</source>
        <translation>Zwei Eingänge, zwei verdeckte Knoten, eine Vorhersage: Wie weit liegt sie daneben?</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>Zwei Spiralen</translation>
    </message>
    <message>
        <source>Two weights, two slopes at once, and one step for both.</source>
        <translation>Zwei Gewichte, zwei Steigungen zugleich, und ein Schritt für beide.</translation>
    </message>
    <message>
        <source>Type the ranges …</source>
        <translation>Bereiche eintippen …</translation>
    </message>
    <message>
        <source>Type what you expect, and press Enter</source>
        <translation>Tippen, was Sie erwarten, dann Eingabe</translation>
    </message>
    <message>
        <source>Unclosed array</source>
        <translation>eine Liste wird nicht geschlossen</translation>
    </message>
    <message>
        <source>Unclosed inline table</source>
        <translation>eine Tabelle wird nicht geschlossen</translation>
    </message>
    <message>
        <source>Unescaped '\' in a string</source>
        <translation>ein einzelner '\' in einem Text</translation>
    </message>
    <message>
        <source>Unsaved changes cannot be kept for the case of a crash.</source>
        <translation>Nicht gespeicherte Änderungen können für den Fall eines Absturzes nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Unterminated string</source>
        <translation>ein Text in Anführungszeichen wird nicht geschlossen</translation>
    </message>
    <message>
        <source>Up, Down in table and strip</source>
        <translation>Auf, Ab in Tabelle und Erklärung</translation>
    </message>
    <message>
        <source>Up, Down, Shift+Left, Shift+Right in 3D</source>
        <translation>Auf, Ab, Umschalt+Links, Umschalt+Rechts in 3D</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Update, by {optimizer}</source>
        <translation>Anpassen, mit {optimizer}</translation>
    </message>
    <message>
        <source>Update: every weight moves against its slope</source>
        <translation>Anpassen: Jedes Gewicht geht gegen seine Steigung</translation>
    </message>
    <message>
        <source>Value of the point</source>
        <translation>Wert des Punkts</translation>
    </message>
    <message>
        <source>Value of the weight</source>
        <translation>Wert des Gewichts</translation>
    </message>
    <message>
        <source>WebM, the run as a video</source>
        <translation>WebM, der Lauf als Video</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Weights as JSON …</source>
        <translation>Gewichte als JSON …</translation>
    </message>
    <message>
        <source>What are the losses of the points, their total, and their mean: the loss?</source>
        <translation>Wie groß sind die Verluste der Punkte, ihre Summe und ihr Mittelwert: der Verlust?</translation>
    </message>
    <message>
        <source>What is the {slope}?</source>
        <translation>Wie groß ist die {slope}?</translation>
    </message>
    <message>
        <source>What the network makes of its inputs, beside the points</source>
        <translation>Was das Netz aus seinen Eingaben macht, neben den Punkten</translation>
    </message>
    <message>
        <source>What will the network predict?</source>
        <translation>Was wird das Netz vorhersagen?</translation>
    </message>
    <message>
        <source>What will {name} be?</source>
        <translation>Wie groß wird {name}?</translation>
    </message>
    <message>
        <source>Where is the lowest place? Click it; the next press turns on the light.</source>
        <translation>Wo ist die tiefste Stelle? Klicken Sie sie an; der nächste Druck macht Licht.</translation>
    </message>
    <message>
        <source>Where is the lowest place? Mark it on the map.</source>
        <translation>Wo ist die tiefste Stelle? Zeichnen Sie sie in die Karte ein.</translation>
    </message>
    <message>
        <source>Where you end depends on where you start.</source>
        <translation>Wo man endet, hängt davon ab, wo man startet.</translation>
    </message>
    <message>
        <source>Which input is along this axis</source>
        <translation>Welche Eingabe entlang dieser Achse liegt</translation>
    </message>
    <message>
        <source>Which node sees what: three straight edges, and the last node makes a ring of them.</source>
        <translation>Welcher Knoten was sieht: drei gerade Kanten, und der letzte Knoten macht einen Ring daraus.</translation>
    </message>
    <message>
        <source>Which output is shown</source>
        <translation>Welche Ausgabe gezeigt wird</translation>
    </message>
    <message>
        <source>Which pictures are shown (Ctrl+1 to Ctrl+6)</source>
        <translation>Welche Bilder gezeigt werden (Strg+1 bis Strg+6)</translation>
    </message>
    <message>
        <source>Wide inputs</source>
        <translation>Weite Eingänge</translation>
    </message>
    <message>
        <source>With 0.1, five times the learning rate?</source>
        <translation>Mit 0,1, der fünffachen Lernrate?</translation>
    </message>
    <message>
        <source>With the current weights as its start</source>
        <translation>Mit den jetzigen Gewichten als Start</translation>
    </message>
    <message>
        <source>With the new weights the error is 2.5: half of what it was.</source>
        <translation>Mit den neuen Gewichten ist der Fehler 2,5: halb so groß wie vorher.</translation>
    </message>
    <message>
        <source>With the weights that made point 1 exact, what happens to the others?</source>
        <translation>Mit den Gewichten, bei denen Punkt 1 stimmte: Was wird aus den anderen?</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>Ohne Speichern gehen sie verloren.</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>YOUR OWN</source>
        <translation>EIGENE</translation>
    </message>
    <message>
        <source>You can go on; what you did last may not have worked. The details help us to find the cause.</source>
        <translation>Sie können weitermachen; das Letzte hat vielleicht nicht gewirkt. Das Nähere hilft uns, die Ursache zu finden.</translation>
    </message>
    <message>
        <source>You feel only the slope under your feet. Which way is downhill?</source>
        <translation>Man fühlt nur die Steigung unter den Füßen. Wohin geht es bergab?</translation>
    </message>
    <message>
        <source>Your own points (Ctrl+D)</source>
        <translation>Eigene Punkte (Strg+D)</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>Ihre Vorhersage</translation>
    </message>
    <message>
        <source>a bias has no input</source>
        <translation>ein Bias hat keinen Eingang</translation>
    </message>
    <message>
        <source>a column of {file}, which has {count}</source>
        <translation>eine Spalte von {file} (die Datei hat {count})</translation>
    </message>
    <message>
        <source>a column of {file}, {known}</source>
        <translation>eine Spalte von {file}, also {known}</translation>
    </message>
    <message>
        <source>a column's name in quotes, or its number from 1</source>
        <translation>der Name einer Spalte in Anführungszeichen oder ihre Nummer ab 1</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>ein Datum oder eine Uhrzeit</translation>
    </message>
    <message>
        <source>a file in the lesson's folder or below it</source>
        <translation>eine Datei im Ordner der Lektion oder darunter</translation>
    </message>
    <message>
        <source>a file's name in quotes</source>
        <translation>der Name einer Datei in Anführungszeichen</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list of 1 number</source>
        <translation>eine Liste mit 1 Zahl</translation>
    </message>
    <message>
        <source>a list of 1 to 100 actions (["none"] for a caption alone)</source>
        <translation>eine Liste mit 1 bis 100 Aktionen (["none"] für einen Text allein)</translation>
    </message>
    <message>
        <source>a list of at least one name</source>
        <translation>eine Liste mit mindestens einem Namen</translation>
    </message>
    <message>
        <source>a list of lists of lists, weights[layer][from][to]</source>
        <translation>eine Liste von Listen von Listen, weights[Schicht][von][nach]</translation>
    </message>
    <message>
        <source>a list of lists of numbers</source>
        <translation>eine Liste von Listen von Zahlen</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>eine Liste von Zahlen</translation>
    </message>
    <message>
        <source>a list of {count}</source>
        <translation>eine Liste der Länge {count}</translation>
    </message>
    <message>
        <source>a list of {count} numbers</source>
        <translation>eine Liste mit {count} Zahlen</translation>
    </message>
    <message>
        <source>a list of {low} to {high} beats</source>
        <translation>eine Liste mit {low} bis {high} Takten</translation>
    </message>
    <message>
        <source>a list of {low} to {high} names</source>
        <translation>eine Liste von {low} bis {high} Namen</translation>
    </message>
    <message>
        <source>a list of {low} to {high} numbers of nodes</source>
        <translation>eine Liste mit {low} bis {high} Anzahlen von Knoten</translation>
    </message>
    <message>
        <source>a list of {low} to {high} parameters</source>
        <translation>eine Liste mit {low} bis {high} Parametern</translation>
    </message>
    <message>
        <source>a list of {low} to {high} points</source>
        <translation>eine Liste mit {low} bis {high} Punkten</translation>
    </message>
    <message>
        <source>a map needs two weights, and this network has one</source>
        <translation>Eine Karte braucht zwei Gewichte, und dieses Netz hat nur eines</translation>
    </message>
    <message>
        <source>a name that only one column of {file} has</source>
        <translation>ein Name, den nur eine Spalte von {file} hat</translation>
    </message>
    <message>
        <source>a node's sum is not finite there</source>
        <translation>die Summe eines Knotens ist dort nicht endlich</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number above 0, or a fraction such as 1/9</source>
        <translation>eine Zahl über 0 oder ein Bruch wie 1/9</translation>
    </message>
    <message>
        <source>a number from {low} to below {high}</source>
        <translation>eine Zahl von {low} bis unter {high}</translation>
    </message>
    <message>
        <source>a number from {low} to {high}</source>
        <translation>eine Zahl von {low} bis {high}</translation>
    </message>
    <message>
        <source>a number of {low} or more</source>
        <translation>eine Zahl ab {low}</translation>
    </message>
    <message>
        <source>a number, 0 or more</source>
        <translation>eine Zahl ab 0</translation>
    </message>
    <message>
        <source>a parameter such as {names}</source>
        <translation>ein Parameter wie {names}</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a video needs ffmpeg, which is not on this computer: install it with {command}, or choose .gif</source>
        <translation>ein Video braucht ffmpeg, das auf diesem Computer fehlt: mit {command} installieren oder .gif wählen</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a whole number from 0 to 2^63 - 1</source>
        <translation>eine ganze Zahl von 0 bis 2^63 - 1</translation>
    </message>
    <message>
        <source>a whole number from {low} to {high}</source>
        <translation>eine ganze Zahl von {low} bis {high}</translation>
    </message>
    <message>
        <source>a whole number that is too large</source>
        <translation>eine zu große ganze Zahl</translation>
    </message>
    <message>
        <source>a whole number, 1 or more</source>
        <translation>eine ganze Zahl ab 1</translation>
    </message>
    <message>
        <source>a word in quotes</source>
        <translation>ein Wort in Anführungszeichen</translation>
    </message>
    <message>
        <source>absolute error</source>
        <translation>absoluter Fehler</translation>
    </message>
    <message>
        <source>across the gradient</source>
        <translation>quer zum Gradienten</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>actual {number}</source>
        <translation>wahr {number}</translation>
    </message>
    <message>
        <source>actual, predicted</source>
        <translation>wahr, vorhergesagt</translation>
    </message>
    <message>
        <source>actual, {predicted}</source>
        <translation>wahr, {predicted}</translation>
    </message>
    <message>
        <source>after step {row}: loss {values}</source>
        <translation>nach Schritt {row}: Verlust {values}</translation>
    </message>
    <message>
        <source>after step {step}</source>
        <translation>nach Schritt {step}</translation>
    </message>
    <message>
        <source>along the gradient</source>
        <translation>entlang des Gradienten</translation>
    </message>
    <message>
        <source>an activation in quotes, or a list of them</source>
        <translation>eine Aktivierung in Anführungszeichen oder eine Liste davon</translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation>eine leere Liste</translation>
    </message>
    <message>
        <source>another point, another number; Enter selects</source>
        <translation>ein anderer Punkt, eine andere Zahl; Enter wählt sie</translation>
    </message>
    <message>
        <source>as it is good to follow</source>
        <translation>so, dass man folgen kann</translation>
    </message>
    <message>
        <source>at hidden node {number}</source>
        <translation>am verdeckten Knoten {number}</translation>
    </message>
    <message>
        <source>at input {x}</source>
        <translation>am Eingang {x}</translation>
    </message>
    <message>
        <source>at layer {layer}, node {number}</source>
        <translation>an Knoten {number} in Schicht {layer}</translation>
    </message>
    <message>
        <source>at most {most}, the number of points</source>
        <translation>höchstens {most}, die Anzahl der Punkte</translation>
    </message>
    <message>
        <source>at point {point}</source>
        <translation>bei Punkt {point}</translation>
    </message>
    <message>
        <source>at prediction {number}</source>
        <translation>an Vorhersage {number}</translation>
    </message>
    <message>
        <source>at the hidden node</source>
        <translation>am verdeckten Knoten</translation>
    </message>
    <message>
        <source>at the input</source>
        <translation>am Eingang</translation>
    </message>
    <message>
        <source>at the prediction</source>
        <translation>an der Vorhersage</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>am Start</translation>
    </message>
    <message>
        <source>average of slopes</source>
        <translation>Mittel der Steigungen</translation>
    </message>
    <message>
        <source>average of slopes, corrected</source>
        <translation>Mittel der Steigungen, berichtigt</translation>
    </message>
    <message>
        <source>average of squares</source>
        <translation>Mittel der Quadrate</translation>
    </message>
    <message>
        <source>average of squares, corrected</source>
        <translation>Mittel der Quadrate, berichtigt</translation>
    </message>
    <message>
        <source>average slope ÷ its usual size</source>
        <translation>mittlere Steigung ÷ ihre übliche Größe</translation>
    </message>
    <message>
        <source>bias {bias}</source>
        <translation>Bias {bias}</translation>
    </message>
    <message>
        <source>bias {name}</source>
        <translation>Bias {name}</translation>
    </message>
    <message>
        <source>cannot be read: {problem}</source>
        <translation>nicht lesbar: {problem}</translation>
    </message>
    <message>
        <source>cannot read {part}; expected numbers, x, + − * / ^, brackets and {functions}</source>
        <translation>{part} ist nicht lesbar; erwartet werden Zahlen, x, + − * / ^, Klammern und {functions}</translation>
    </message>
    <message>
        <source>click a point to choose it, drag it to move it, Delete takes it away</source>
        <translation>einen Punkt anklicken wählt ihn, ziehen bewegt ihn, Entf löscht ihn</translation>
    </message>
    <message>
        <source>click hides and shows it, right click renames, removes</source>
        <translation>Klick blendet aus und ein, Rechtsklick benennt um, entfernt</translation>
    </message>
    <message>
        <source>click or drag goes to that step</source>
        <translation>Klicken oder Ziehen geht zu diesem Schritt</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>colour and lines: predicted · points: actual</source>
        <translation>Farbe und Linien: vorhergesagt · Punkte: wahr</translation>
    </message>
    <message>
        <source>column {name}</source>
        <translation>Spalte {name}</translation>
    </message>
    <message>
        <source>column {name}: expected numbers</source>
        <translation>Spalte {name}: Zahlen erwartet</translation>
    </message>
    <message>
        <source>column {name}: expected numbers or two words</source>
        <translation>Spalte {name}: Zahlen oder zwei Wörter erwartet</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>Kommas</translation>
    </message>
    <message>
        <source>copy the picture in focus; paste cells of a spreadsheet as points</source>
        <translation>das Bild im Fokus kopieren; Zellen einer Tabellenkalkulation als Punkte einfügen</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>dark, or light: only the ground around the point</source>
        <translation>dunkel oder hell: nur der Boden um den Punkt</translation>
    </message>
    <message>
        <source>decimal commas</source>
        <translation>Dezimalkommas</translation>
    </message>
    <message>
        <source>decimal points</source>
        <translation>Dezimalpunkten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>double click types another; Enter, too; Delete takes the point away</source>
        <translation>Doppelklick oder Enter: eine andere eintippen; Entf entfernt den Punkt</translation>
    </message>
    <message>
        <source>drag it (Shift: finer), or type it</source>
        <translation>ziehen (Umschalt: feiner) oder tippen</translation>
    </message>
    <message>
        <source>drag it up or down (Shift: finer); click it to type</source>
        <translation>auf und ab ziehen (Umschalt: feiner); anklicken zum Tippen</translation>
    </message>
    <message>
        <source>drag it up or down, turn the wheel, or type: the step is made again</source>
        <translation>auf und ab ziehen, das Rad drehen oder tippen: der Schritt wird noch einmal gemacht</translation>
    </message>
    <message>
        <source>drag it: the weights follow (Shift: finer)</source>
        <translation>ziehen: Die Gewichte folgen (Umschalt: feiner)</translation>
    </message>
    <message>
        <source>drag the point by steps (Shift: finer); let Alt go to drop it</source>
        <translation>zieht den Punkt in Schritten (Umschalt: feiner); mit dem Loslassen von Alt ist er abgelegt</translation>
    </message>
    <message>
        <source>drag the weight by steps (Shift: finer); let Alt go to drop it</source>
        <translation>zieht das Gewicht in Schritten (Umschalt: feiner); mit dem Loslassen von Alt ist es abgelegt</translation>
    </message>
    <message>
        <source>drag turns it, Shift moves it, wheel zooms; drag the ball</source>
        <translation>Ziehen dreht, Umschalt verschiebt, das Rad zoomt; die Kugel ziehen</translation>
    </message>
    <message>
        <source>drop it on the window</source>
        <translation>auf das Fenster ziehen</translation>
    </message>
    <message>
        <source>each name once</source>
        <translation>jeder Name nur einmal</translation>
    </message>
    <message>
        <source>each step, up to 120</source>
        <translation>jeder Schritt, bis zu 120</translation>
    </message>
    <message>
        <source>each value × its weight</source>
        <translation>jeder Wert × sein Gewicht</translation>
    </message>
    <message>
        <source>either inputs and targets, or file, input_columns and target_columns, or generate</source>
        <translation>entweder inputs und targets oder file, input_columns und target_columns oder generate</translation>
    </message>
    <message>
        <source>either weights, with biases or without, or random</source>
        <translation>entweder weights, mit oder ohne biases, oder random</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>error {number}</source>
        <translation>Fehler {number}</translation>
    </message>
    <message>
        <source>error, predicted − actual</source>
        <translation>Fehler, Vorhersage − wahrer Wert</translation>
    </message>
    <message>
        <source>every row has a gap in one of the columns that are chosen</source>
        <translation>jede Zeile hat in einer der gewählten Spalten eine Lücke</translation>
    </message>
    <message>
        <source>exists already and is kept; --force replaces it</source>
        <translation>gibt es schon und bleibt erhalten; --force ersetzt die Datei</translation>
    </message>
    <message>
        <source>expected 0 to 1, because the loss is {loss}, got {got} at point {point}</source>
        <translation>erwartet: 0 bis 1, weil der Verlust {loss} ist; gefunden: {got} bei Punkt {point}</translation>
    </message>
    <message>
        <source>expected 1 to {most} points, got {count}</source>
        <translation>1 bis {most} Punkte erwartet, {count} gefunden</translation>
    </message>
    <message>
        <source>expected 1 to {points} points in a batch, got {size}</source>
        <translation>erwartet: 1 bis {points} Punkte je Schritt; gefunden: {size}</translation>
    </message>
    <message>
        <source>expected 2 parameters, because the surface is {surface}, got {got}</source>
        <translation>erwartet: 2 Parameter, weil die Fläche {surface} ist; gefunden: {got}</translation>
    </message>
    <message>
        <source>expected a decimal comma</source>
        <translation>Dezimalkomma erwartet</translation>
    </message>
    <message>
        <source>expected a decimal point</source>
        <translation>Dezimalpunkt erwartet</translation>
    </message>
    <message>
        <source>expected a decimal point, because commas stand between columns</source>
        <translation>Dezimalpunkt erwartet, weil Kommas zwischen den Spalten stehen</translation>
    </message>
    <message>
        <source>expected a file, got a device or a pipe</source>
        <translation>erwartet: eine Datei; gefunden: ein Gerät oder eine Pipe</translation>
    </message>
    <message>
        <source>expected a file, got a folder</source>
        <translation>erwartet: eine Datei; gefunden: ein Ordner</translation>
    </message>
    <message>
        <source>expected a formula of x, as 0.5 * x + sin(2 * x), with {functions}</source>
        <translation>eine Formel in x erwartet, etwa 0.5 * x + sin(2 * x), mit {functions}</translation>
    </message>
    <message>
        <source>expected a key of at most 32 parts</source>
        <translation>erwartet: ein Schlüssel mit höchstens 32 Teilen</translation>
    </message>
    <message>
        <source>expected a lesson, got an empty table</source>
        <translation>Lektion erwartet, die Tabelle ist leer</translation>
    </message>
    <message>
        <source>expected a number</source>
        <translation>erwartet: eine Zahl</translation>
    </message>
    <message>
        <source>expected a number above 0, or a fraction such as 1/9</source>
        <translation>erwartet wird eine Zahl über 0 oder ein Bruch wie 1/9</translation>
    </message>
    <message>
        <source>expected a number without marks between its thousands</source>
        <translation>Zahl ohne Zeichen zwischen den Tausendern erwartet</translation>
    </message>
    <message>
        <source>expected a number, e.g. −0.5 or 1/3</source>
        <translation>erwartet wird eine Zahl, z. B. −0,5 oder 1/3</translation>
    </message>
    <message>
        <source>expected a number, got a row of {count}</source>
        <translation>erwartet: eine Zahl; gefunden: eine Zeile der Länge {count}</translation>
    </message>
    <message>
        <source>expected a point from 1 to {points}, got {point}</source>
        <translation>erwartet: ein Punkt von 1 bis {points}; gefunden: {point}</translation>
    </message>
    <message>
        <source>expected a table, got an empty file</source>
        <translation>eine Tabelle erwartet, die Datei ist leer</translation>
    </message>
    <message>
        <source>expected a target</source>
        <translation>ein Zielwert fehlt</translation>
    </message>
    <message>
        <source>expected a whole number from 1 to {most}</source>
        <translation>erwartet: eine ganze Zahl von 1 bis {most}</translation>
    </message>
    <message>
        <source>expected an output from 1 to {count}</source>
        <translation>erwartet: eine Ausgabe von 1 bis {count}</translation>
    </message>
    <message>
        <source>expected at least one input</source>
        <translation>mindestens ein Eingang erwartet</translation>
    </message>
    <message>
        <source>expected at most {most} bytes, got {size}</source>
        <translation>erwartet: höchstens {most} Bytes; gefunden: {size}</translation>
    </message>
    <message>
        <source>expected at most {most} columns, got {got}</source>
        <translation>höchstens {most} Spalten erwartet, {got} gefunden</translation>
    </message>
    <message>
        <source>expected at most {most} inputs and as many targets</source>
        <translation>höchstens {most} Eingänge und ebenso viele Zielwerte erwartet</translation>
    </message>
    <message>
        <source>expected at most {most} rows of numbers</source>
        <translation>erwartet: höchstens {most} Zeilen mit Zahlen</translation>
    </message>
    <message>
        <source>expected fewer lists or tables inside each other</source>
        <translation>erwartet: weniger ineinander verschachtelte Listen oder Tabellen</translation>
    </message>
    <message>
        <source>expected finite numbers</source>
        <translation>endliche Zahlen erwartet</translation>
    </message>
    <message>
        <source>expected format = {format}, got {got}</source>
        <translation>erwartet: format = {format}; gefunden: {got}</translation>
    </message>
    <message>
        <source>expected format = {format}, got {got}; this program reads format {format} only</source>
        <translation>erwartet: format = {format}; gefunden: {got}. Dieses Programm liest nur Format {format}</translation>
    </message>
    <message>
        <source>expected inputs and targets in a lesson that has no folder</source>
        <translation>erwartet: inputs und targets, weil die Lektion keinen Ordner hat</translation>
    </message>
    <message>
        <source>expected low below high, got {low} and {high}</source>
        <translation>erwartet: low kleiner als high; gefunden: {low} und {high}</translation>
    </message>
    <message>
        <source>expected none, because network.biases is not true</source>
        <translation>erwartet: keine Angabe, weil network.biases nicht true ist</translation>
    </message>
    <message>
        <source>expected numbers of at most 4,300 digits</source>
        <translation>erwartet: Zahlen mit höchstens 4300 Ziffern</translation>
    </message>
    <message>
        <source>expected one decimal mark in all numbers, got {got} after {before}</source>
        <translation>Ein Dezimalzeichen in allen Zahlen erwartet, nach {before} steht {got}</translation>
    </message>
    <message>
        <source>expected one of {names}; got {name}</source>
        <translation>erwartet: eines von {names}; gefunden: {name}</translation>
    </message>
    <message>
        <source>expected one or two different parameters, got {axes}</source>
        <translation>erwartet: ein oder zwei verschiedene Parameter; gefunden: {axes}</translation>
    </message>
    <message>
        <source>expected pictures alone, got both pictures and cards</source>
        <translation>erwartet: nur pictures; angegeben sind pictures und cards</translation>
    </message>
    <message>
        <source>expected rows of numbers below the header, got none</source>
        <translation>erwartet: Zeilen mit Zahlen unter der Kopfzeile; gefunden: keine</translation>
    </message>
    <message>
        <source>expected rows of numbers, got an empty file</source>
        <translation>erwartet: Zeilen mit Zahlen; gefunden: eine leere Datei</translation>
    </message>
    <message>
        <source>expected text in UTF-8 or UTF-16, got neither</source>
        <translation>Text in UTF-8 oder UTF-16 erwartet, es ist keines von beiden</translation>
    </message>
    <message>
        <source>expected text in UTF-8, got the byte {byte}</source>
        <translation>erwartet: Text in UTF-8; gefunden: das Byte {byte}</translation>
    </message>
    <message>
        <source>expected the first so many of {order}, got {got}</source>
        <translation>erwartet: die ersten von {order}, ohne Lücke; gefunden: {got}</translation>
    </message>
    <message>
        <source>expected two classes, got {what}: {names}</source>
        <translation>zwei Klassen erwartet, {what} gefunden: {names}</translation>
    </message>
    <message>
        <source>expected two different inputs from 1 to {count}</source>
        <translation>erwartet: zwei verschiedene Eingaben von 1 bis {count}</translation>
    </message>
    <message>
        <source>expected two numbers further apart, got {low} and {high}</source>
        <translation>erwartet: zwei Zahlen mit größerem Abstand; gefunden: {low} und {high}</translation>
    </message>
    <message>
        <source>expected two numbers, the lower one first, got {low} and {high}</source>
        <translation>erwartet: zwei Zahlen, die kleinere zuerst; gefunden: {low} und {high}</translation>
    </message>
    <message>
        <source>expected {count} numbers with ; between them</source>
        <translation>{count} Zahlen erwartet, mit ; dazwischen</translation>
    </message>
    <message>
        <source>expected {count}, as many as inputs, got {got}</source>
        <translation>erwartet: {count}, so viele wie inputs; gefunden: {got}</translation>
    </message>
    <message>
        <source>expected {low} or {high}</source>
        <translation>{low} oder {high} erwartet</translation>
    </message>
    <message>
        <source>expected {what}</source>
        <translation>erwartet: {what}</translation>
    </message>
    <message>
        <source>expected {what}, got {got}</source>
        <translation>erwartet: {what}; gefunden: {got}</translation>
    </message>
    <message>
        <source>expected {what}, one per layer after the input, got {got}</source>
        <translation>erwartet: {what}, je Schicht nach dem Eingang eine Angabe; gefunden: {got}</translation>
    </message>
    <message>
        <source>expected {what}, one per node, got {got}</source>
        <translation>erwartet: {what}, je Knoten eine; gefunden: {got}</translation>
    </message>
    <message>
        <source>expected as many cells as in the first row, {width}, got {got}; decimal commas need semicolons or tabs between columns</source>
        <translation>so viele Zellen wie in der ersten Zeile erwartet, {width}, es sind {got}; Dezimalkommas brauchen Semikolons oder Tabulatoren zwischen den Spalten</translation>
    </message>
    <message>
        <source>ffmpeg could not make the video: {reason}</source>
        <translation>ffmpeg konnte das Video nicht herstellen: {reason}</translation>
    </message>
    <message>
        <source>first start</source>
        <translation>erster Start</translation>
    </message>
    <message>
        <source>for testing</source>
        <translation>zum Testen</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>selbst gefunden</translation>
    </message>
    <message>
        <source>from weight to node; a number types</source>
        <translation>von Gewicht zu Knoten; eine Ziffer tippt</translation>
    </message>
    <message>
        <source>goes with file</source>
        <translation>gehört zu file</translation>
    </message>
    <message>
        <source>goes with the kinds {kinds}</source>
        <translation>gehört zu den Arten {kinds}</translation>
    </message>
    <message>
        <source>hidden node {number}</source>
        <translation>verdeckter Knoten {number}</translation>
    </message>
    <message>
        <source>huber loss</source>
        <translation>Huber-Verlust</translation>
    </message>
    <message>
        <source>in this step</source>
        <translation>in diesem Schritt</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>input {x}</source>
        <translation>Eingang {x}</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>inputs scaled</source>
        <translation>Eingänge skaliert</translation>
    </message>
    <message>
        <source>inputs scaled: {how}</source>
        <translation>Eingänge skaliert: {how}</translation>
    </message>
    <message>
        <source>is a folder, expected the name of a file</source>
        <translation>ist ein Ordner, erwartet wird der Name einer Datei</translation>
    </message>
    <message>
        <source>is not an ordinary file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it has no finite value at x = {x}</source>
        <translation>sie hat bei x = {x} keinen endlichen Wert</translation>
    </message>
    <message>
        <source>larger, smaller, normal size</source>
        <translation>größer, kleiner, normale Größe</translation>
    </message>
    <message>
        <source>layer {layer}, node {number}</source>
        <translation>Knoten {number} in Schicht {layer}</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>learning rate of this step</source>
        <translation>Lernrate dieses Schritts</translation>
    </message>
    <message>
        <source>learning rate {rate}</source>
        <translation>Lernrate {rate}</translation>
    </message>
    <message>
        <source>letters, digits, - or _: 1 to 100 of them</source>
        <translation>1 bis 100 Zeichen aus Buchstaben, Ziffern, - und _</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>Zeile {line}</translation>
    </message>
    <message>
        <source>line {line}, column {column}</source>
        <translation>Zeile {line}, Spalte {column}</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>log: heights by powers of ten</source>
        <translation>log: Höhen nach Zehnerpotenzen</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>loss with penalty</source>
        <translation>Verlust mit Strafterm</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>Verlust {loss}</translation>
    </message>
    <message>
        <source>loss, the mean over the points</source>
        <translation>Verlust, das Mittel über die Punkte</translation>
    </message>
    <message>
        <source>loss, the mean with the penalty</source>
        <translation>Verlust, das Mittel mit dem Strafterm</translation>
    </message>
    <message>
        <source>low: {loss}</source>
        <translation>Tal: {loss}</translation>
    </message>
    <message>
        <source>lowest place: {where}, loss {loss}</source>
        <translation>tiefste Stelle: {where}, Verlust {loss}</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>mean + penalty = loss</source>
        <translation>Mittel + Strafterm = Verlust</translation>
    </message>
    <message>
        <source>mean = loss</source>
        <translation>Mittel = Verlust</translation>
    </message>
    <message>
        <source>mean over the points</source>
        <translation>Mittel über die Punkte</translation>
    </message>
    <message>
        <source>mean {loss}</source>
        <translation>{loss}, Mittel</translation>
    </message>
    <message>
        <source>mean {loss} = loss</source>
        <translation>{loss}, Mittel = Verlust</translation>
    </message>
    <message>
        <source>missing; expected format = {format}</source>
        <translation>fehlt; erwartet: format = {format}</translation>
    </message>
    <message>
        <source>missing; expected {what}</source>
        <translation>fehlt; erwartet: {what}</translation>
    </message>
    <message>
        <source>more …</source>
        <translation>mehr …</translation>
    </message>
    <message>
        <source>network, fit, points, surface, loss, code: shown or not</source>
        <translation>Netz, Anpassung, Punkte, Fläche, Verlust, Code: gezeigt oder nicht</translation>
    </message>
    <message>
        <source>new random start</source>
        <translation>neuer zufälliger Start</translation>
    </message>
    <message>
        <source>new {weight}</source>
        <translation>neues {weight}</translation>
    </message>
    <message>
        <source>next loss {loss}</source>
        <translation>nächster Verlust {loss}</translation>
    </message>
    <message>
        <source>next loss {loss}, off this slice</source>
        <translation>nächster Verlust {loss}, nicht in diesem Schnitt</translation>
    </message>
    <message>
        <source>next: each weight − {rate} × its slope</source>
        <translation>dann: jedes Gewicht − {rate} × seine Steigung</translation>
    </message>
    <message>
        <source>no directions called {kind}</source>
        <translation>keine Richtungen namens {kind}</translation>
    </message>
    <message>
        <source>no lesson or file named {name}; the built-in lessons are {known}</source>
        <translation>keine Lektion oder Datei namens {name}; die eingebauten Lektionen sind {known}</translation>
    </message>
    <message>
        <source>no node {node} in layer {layer}</source>
        <translation>kein Knoten {node} in Schicht {layer}</translation>
    </message>
    <message>
        <source>no parameter {name} in this network</source>
        <translation>kein Parameter {name} in diesem Netz</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>Diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>node {number}</source>
        <translation>Knoten {number}</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>not in this step</source>
        <translation>nicht in diesem Schritt</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht benutzt</translation>
    </message>
    <message>
        <source>not valid CSV: {problem}</source>
        <translation>kein gültiges CSV: {problem}</translation>
    </message>
    <message>
        <source>not valid TOML: {problem}</source>
        <translation>kein gültiges TOML: {problem}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>of hidden node {number}</source>
        <translation>des verdeckten Knotens {number}</translation>
    </message>
    <message>
        <source>of input {x}</source>
        <translation>von Eingang {x}</translation>
    </message>
    <message>
        <source>of layer {layer}, node {number}</source>
        <translation>von Knoten {number} in Schicht {layer}</translation>
    </message>
    <message>
        <source>of prediction {number}</source>
        <translation>von Vorhersage {number}</translation>
    </message>
    <message>
        <source>of the hidden node</source>
        <translation>des verdeckten Knotens</translation>
    </message>
    <message>
        <source>of the input</source>
        <translation>des Eingangs</translation>
    </message>
    <message>
        <source>of the prediction</source>
        <translation>der Vorhersage</translation>
    </message>
    <message>
        <source>one line of 1 to 200 characters</source>
        <translation>eine Zeile mit 1 bis 200 Zeichen</translation>
    </message>
    <message>
        <source>one line of at most 500 characters</source>
        <translation>eine Zeile mit höchstens 500 Zeichen</translation>
    </message>
    <message>
        <source>one step on, one step back</source>
        <translation>ein Schritt vor, ein Schritt zurück</translation>
    </message>
    <message>
        <source>open a lesson or a table, export a picture or table</source>
        <translation>Lektion oder Tabelle öffnen, Bild oder Tabelle exportieren</translation>
    </message>
    <message>
        <source>other inputs: held at point {point}</source>
        <translation>andere Eingaben: wie bei Punkt {point}</translation>
    </message>
    <message>
        <source>other weights held</source>
        <translation>andere Gewichte festgehalten</translation>
    </message>
    <message>
        <source>out of view: {where}</source>
        <translation>außerhalb des Bildes: {where}</translation>
    </message>
    <message>
        <source>output {number}</source>
        <translation>Ausgabe {number}</translation>
    </message>
    <message>
        <source>over all {points} points</source>
        <translation>über alle {points} Punkte</translation>
    </message>
    <message>
        <source>over this step’s {points} points</source>
        <translation>über die {points} Punkte dieses Schritts</translation>
    </message>
    <message>
        <source>path, first direction</source>
        <translation>Weg, erste Richtung</translation>
    </message>
    <message>
        <source>path, second direction</source>
        <translation>Weg, zweite Richtung</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>Strafterm</translation>
    </message>
    <message>
        <source>phase {phase} of {of}</source>
        <translation>Phase {phase} von {of}</translation>
    </message>
    <message>
        <source>point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>point {n}</source>
        <translation>Punkt {n}</translation>
    </message>
    <message>
        <source>point {point}</source>
        <translation>Punkt {point}</translation>
    </message>
    <message>
        <source>point {point} is not one of them</source>
        <translation>Punkt {point} ist nicht dabei</translation>
    </message>
    <message>
        <source>point {point} of {count}</source>
        <translation>Punkt {point} von {count}</translation>
    </message>
    <message>
        <source>point {point} of {points}</source>
        <translation>Punkt {point} von {points}</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>predicted {half}</source>
        <translation>vorhergesagt {half}</translation>
    </message>
    <message>
        <source>predicted {number}</source>
        <translation>vorhergesagt {number}</translation>
    </message>
    <message>
        <source>predicted {predicted}, actual {actual}: the error is ≈ 0 ({error})</source>
        <translation>Vorhergesagt {predicted}, wahr {actual}: Der Fehler ist ≈ 0 ({error})</translation>
    </message>
    <message>
        <source>predicted − actual, the slope at the sum</source>
        <translation>Vorhersage − wahrer Wert, die Steigung an der Summe</translation>
    </message>
    <message>
        <source>prediction {number}</source>
        <translation>Vorhersage {number}</translation>
    </message>
    <message>
        <source>random direction 1</source>
        <translation>Zufallsrichtung 1</translation>
    </message>
    <message>
        <source>random direction 2</source>
        <translation>Zufallsrichtung 2</translation>
    </message>
    <message>
        <source>rate {rate}</source>
        <translation>Rate {rate}</translation>
    </message>
    <message>
        <source>reset, latest step</source>
        <translation>Anfang, letzter Schritt</translation>
    </message>
    <message>
        <source>right: {training} %</source>
        <translation>richtig: {training} %</translation>
    </message>
    <message>
        <source>right: {training} %, testing {testing} %</source>
        <translation>richtig: {training} %, Test {testing} %</translation>
    </message>
    <message>
        <source>run, pause</source>
        <translation>Lauf, Pause</translation>
    </message>
    <message>
        <source>save the lesson, save it under another name</source>
        <translation>die Lektion speichern, unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>scaled inputs</source>
        <translation>skalierte Eingänge</translation>
    </message>
    <message>
        <source>second start</source>
        <translation>zweiter Start</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>Semikolons</translation>
    </message>
    <message>
        <source>slope ahead</source>
        <translation>Steigung voraus</translation>
    </message>
    <message>
        <source>slope along {axis}</source>
        <translation>Steigung entlang {axis}</translation>
    </message>
    <message>
        <source>slope of activation</source>
        <translation>Steigung der Aktivierung</translation>
    </message>
    <message>
        <source>slope of the loss</source>
        <translation>Steigung des Verlusts</translation>
    </message>
    <message>
        <source>slope of the loss {at}</source>
        <translation>Steigung des Verlusts {at}</translation>
    </message>
    <message>
        <source>slope of the penalty along {weight}</source>
        <translation>Steigung des Strafterms entlang {weight}</translation>
    </message>
    <message>
        <source>slope of the tangent</source>
        <translation>Steigung der Tangente</translation>
    </message>
    <message>
        <source>slope of {activation} {at}</source>
        <translation>Steigung von {activation} {at}</translation>
    </message>
    <message>
        <source>slope of {weight}</source>
        <translation>Steigung von {weight}</translation>
    </message>
    <message>
        <source>slope of {weight} with the penalty</source>
        <translation>Steigung von {weight} mit dem Strafterm</translation>
    </message>
    <message>
        <source>slope of {weight} without the penalty</source>
        <translation>Steigung von {weight} ohne den Strafterm</translation>
    </message>
    <message>
        <source>slope of {weight} {over}</source>
        <translation>Steigung von {weight} {over}</translation>
    </message>
    <message>
        <source>slope of {weight} ≈ 0: nothing moves, {weight} stays at {value}</source>
        <translation>Steigung von {weight} ≈ 0: nichts bewegt sich, {weight} bleibt bei {value}</translation>
    </message>
    <message>
        <source>slope {at}</source>
        <translation>Steigung {at}</translation>
    </message>
    <message>
        <source>slope {at}, {through}</source>
        <translation>Steigung {at}, {through}</translation>
    </message>
    <message>
        <source>slope {number}</source>
        <translation>Steigung {number}</translation>
    </message>
    <message>
        <source>slope {over}: {number}</source>
        <translation>Steigung {over}: {number}</translation>
    </message>
    <message>
        <source>slope ÷ its usual size</source>
        <translation>Steigung ÷ ihre übliche Größe</translation>
    </message>
    <message>
        <source>slopes</source>
        <translation>Steigungen</translation>
    </message>
    <message>
        <source>slopes of loss and sigmoid multiplied out, predicted − actual</source>
        <translation>Steigungen von Verlust und sigmoid ausmultipliziert, Vorhersage − wahrer Wert</translation>
    </message>
    <message>
        <source>slopes {first}, {second}</source>
        <translation>Steigungen {first}; {second}</translation>
    </message>
    <message>
        <source>slopes {over}</source>
        <translation>Steigungen {over}</translation>
    </message>
    <message>
        <source>slopes {over}: {first}, {second}</source>
        <translation>Steigungen {over}: {first}, {second}</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>quadratischer Fehler</translation>
    </message>
    <message>
        <source>squares</source>
        <translation>Quadrate</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>start a descent there</source>
        <translation>dort einen Abstieg beginnen</translation>
    </message>
    <message>
        <source>start {number}</source>
        <translation>Start {number}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>step {row} of {last}</source>
        <translation>Schritt {row} von {last}</translation>
    </message>
    <message>
        <source>step {row}: loss {loss}</source>
        <translation>Schritt {row}: Verlust {loss}</translation>
    </message>
    <message>
        <source>step {step}, phase {phase} of {of}</source>
        <translation>Schritt {step}, Phase {phase} von {of}</translation>
    </message>
    <message>
        <source>stop a run; leave what is open</source>
        <translation>einen Lauf anhalten; schließen, was offen ist</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>sum of squares</source>
        <translation>Summe der Quadrate</translation>
    </message>
    <message>
        <source>sum over the outputs</source>
        <translation>Summe über die Ausgänge</translation>
    </message>
    <message>
        <source>sum {at}</source>
        <translation>Summe {at}</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>testing loss {loss}</source>
        <translation>Testverlust {loss}</translation>
    </message>
    <message>
        <source>testing point</source>
        <translation>Testpunkt</translation>
    </message>
    <message>
        <source>text in quotes</source>
        <translation>Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>text of at most 2,000 characters</source>
        <translation>Text mit höchstens 2.000 Zeichen</translation>
    </message>
    <message>
        <source>text of at most 500 characters</source>
        <translation>Text mit höchstens 500 Zeichen</translation>
    </message>
    <message>
        <source>the animation is larger than {megabytes} MB: choose a smaller size</source>
        <translation>die Animation ist größer als {megabytes} MB: eine kleinere Größe wählen</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk quota is used up</source>
        <translation>das Speicherkontingent ist aufgebraucht</translation>
    </message>
    <message>
        <source>the file would be too large</source>
        <translation>die Datei würde zu groß</translation>
    </message>
    <message>
        <source>the folder cannot be written to</source>
        <translation>in den Ordner kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the folder is read-only</source>
        <translation>der Ordner ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the folder {folder} does not exist</source>
        <translation>den Ordner {folder} gibt es nicht</translation>
    </message>
    <message>
        <source>the gradient is not finite there</source>
        <translation>der Gradient ist dort nicht endlich</translation>
    </message>
    <message>
        <source>the gradient is too long for a number there</source>
        <translation>der Gradient ist dort zu lang für eine Zahl</translation>
    </message>
    <message>
        <source>the hidden node</source>
        <translation>der verdeckte Knoten</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>der Eingang</translation>
    </message>
    <message>
        <source>the list of lessons, your own points</source>
        <translation>die Liste der Lektionen, eigene Punkte</translation>
    </message>
    <message>
        <source>the loss is not finite there</source>
        <translation>der Verlust ist dort nicht endlich</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>the next beat or phase, and back (a clicker)</source>
        <translation>der nächste Takt oder die nächste Phase, und zurück (ein Klicker)</translation>
    </message>
    <message>
        <source>the next lesson</source>
        <translation>die nächste Lektion</translation>
    </message>
    <message>
        <source>the next numbers overflow</source>
        <translation>die nächsten Zahlen laufen über</translation>
    </message>
    <message>
        <source>the numbers of two inputs</source>
        <translation>die Nummern zweier Eingaben</translation>
    </message>
    <message>
        <source>the points of {kind} have none</source>
        <translation>die Punkte von {kind} haben keine</translation>
    </message>
    <message>
        <source>the prediction</source>
        <translation>die Vorhersage</translation>
    </message>
    <message>
        <source>the presenter, in and out</source>
        <translation>Vorführung an und aus</translation>
    </message>
    <message>
        <source>the step goes downhill</source>
        <translation>der Schritt geht bergab</translation>
    </message>
    <message>
        <source>the step goes downhill for them, uphill for all {n}</source>
        <translation>der Schritt geht für sie bergab, für alle {n} bergauf</translation>
    </message>
    <message>
        <source>the step goes downhill, but too far</source>
        <translation>der Schritt geht bergab, aber zu weit</translation>
    </message>
    <message>
        <source>the step goes uphill with the average of earlier slopes</source>
        <translation>der Schritt geht mit dem Mittel früherer Steigungen bergauf</translation>
    </message>
    <message>
        <source>the step goes uphill with the velocity of earlier steps</source>
        <translation>der Schritt geht mit der Geschwindigkeit früherer Schritte bergauf</translation>
    </message>
    <message>
        <source>the step goes uphill with the weight decay</source>
        <translation>der Schritt geht mit dem Schwund der Gewichte bergauf</translation>
    </message>
    <message>
        <source>the step moves nothing</source>
        <translation>der Schritt bewegt nichts</translation>
    </message>
    <message>
        <source>then the numbers overflow</source>
        <translation>danach laufen die Zahlen über</translation>
    </message>
    <message>
        <source>there is no step that an animation could show</source>
        <translation>es gibt keinen Schritt, den eine Animation zeigen könnte</translation>
    </message>
    <message>
        <source>third start</source>
        <translation>dritter Start</translation>
    </message>
    <message>
        <source>this is a table with the columns {columns}; a lesson names it in [data], as in file = {file}, input_columns = {inputs}, target_columns = {targets}</source>
        <translation>Das ist eine Tabelle mit den Spalten {columns}; eine Lektion nennt sie in [data], etwa file = {file}, input_columns = {inputs}, target_columns = {targets}</translation>
    </message>
    <message>
        <source>this page</source>
        <translation>diese Seite</translation>
    </message>
    <message>
        <source>this step’s point</source>
        <translation>der Punkt dieses Schritts</translation>
    </message>
    <message>
        <source>this step’s {points} points</source>
        <translation>die {points} Punkte dieses Schritts</translation>
    </message>
    <message>
        <source>through hidden node {number}</source>
        <translation>über den verdeckten Knoten {number}</translation>
    </message>
    <message>
        <source>through input {x}</source>
        <translation>über Eingang {x}</translation>
    </message>
    <message>
        <source>through layer {layer}, node {number}</source>
        <translation>über Knoten {number} in Schicht {layer}</translation>
    </message>
    <message>
        <source>through prediction {number}</source>
        <translation>über Vorhersage {number}</translation>
    </message>
    <message>
        <source>through the hidden node</source>
        <translation>über den verdeckten Knoten</translation>
    </message>
    <message>
        <source>through the input</source>
        <translation>über den Eingang</translation>
    </message>
    <message>
        <source>through the prediction</source>
        <translation>über die Vorhersage</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
    <message>
        <source>total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>total {loss}</source>
        <translation>{loss}, Summe</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>turn it</source>
        <translation>drehen es</translation>
    </message>
    <message>
        <source>two colours</source>
        <translation>zwei Farben</translation>
    </message>
    <message>
        <source>two different inputs</source>
        <translation>zwei verschiedene Eingaben</translation>
    </message>
    <message>
        <source>two different words</source>
        <translation>zwei verschiedene Wörter</translation>
    </message>
    <message>
        <source>two numbers, the lower one first</source>
        <translation>zwei Zahlen, die kleinere zuerst</translation>
    </message>
    <message>
        <source>two words</source>
        <translation>zwei Wörter</translation>
    </message>
    <message>
        <source>undo, redo</source>
        <translation>rückgängig, wiederholen</translation>
    </message>
    <message>
        <source>unknown key (did you mean {near}?); expected {known}</source>
        <translation>unbekannter Schlüssel (gemeint: {near}?); erwartet: {known}</translation>
    </message>
    <message>
        <source>unknown key; expected {known}</source>
        <translation>unbekannter Schlüssel; erwartet: {known}</translation>
    </message>
    <message>
        <source>value {of}</source>
        <translation>Wert {of}</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>was {number}</source>
        <translation>war {number}</translation>
    </message>
    <message>
        <source>weight after its decay</source>
        <translation>Gewicht nach dem Zerfall</translation>
    </message>
    <message>
        <source>weight {name}</source>
        <translation>Gewicht {name}</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>wheel zooms, dragging the ground moves it</source>
        <translation>das Rad zoomt, den Grund ziehen verschiebt ihn</translation>
    </message>
    <message>
        <source>words are the classes of one output</source>
        <translation>Wörter sind die Klassen einer einzigen Ausgabe</translation>
    </message>
    <message>
        <source>your guess</source>
        <translation>geraten</translation>
    </message>
    <message>
        <source>your guess: {loss}</source>
        <translation>geraten: {loss}</translation>
    </message>
    <message>
        <source>your guess: {loss} ↑</source>
        <translation>geraten: {loss} ↑</translation>
    </message>
    <message>
        <source>{activation} in the last layer, because the loss is {loss}</source>
        <translation>{activation} in der letzten Schicht, weil der Verlust {loss} ist</translation>
    </message>
    <message>
        <source>{axis} = {value}</source>
        <translation>{axis} = {value}</translation>
    </message>
    <message>
        <source>{axis}: expected two numbers, the lower one first.</source>
        <translation>{axis}: erwartet werden zwei Zahlen, die kleinere zuerst.</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>{count} Spalten</translation>
    </message>
    <message>
        <source>{count} inputs</source>
        <translation>{count} Eingänge</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count} Schichten</translation>
    </message>
    <message>
        <source>{count} more points</source>
        <translation>{count} weiterer Punkte</translation>
    </message>
    <message>
        <source>{count} names</source>
        <translation>{count} Namen</translation>
    </message>
    <message>
        <source>{count} numbers</source>
        <translation>{count} Zahlen</translation>
    </message>
    <message>
        <source>{count} other nodes</source>
        <translation>{count} anderer Knoten</translation>
    </message>
    <message>
        <source>{count} points</source>
        <translation>{count} Punkte</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} Zeilen</translation>
    </message>
    <message>
        <source>{count} rows are left</source>
        <translation>{count} Zeilen bleiben</translation>
    </message>
    <message>
        <source>{count} targets</source>
        <translation>{count} Zielwerte</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} Wörter</translation>
    </message>
    <message>
        <source>{count}, because the points are of {kind}</source>
        <translation>{count}, weil die Punkte von {kind} sind</translation>
    </message>
    <message>
        <source>{direction} ({share} %)</source>
        <translation>{direction} ({share} %)</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} von {count}</translation>
    </message>
    <message>
        <source>{elapsed} since F5 · {time}</source>
        <translation>{elapsed} seit F5 · {time} Uhr</translation>
    </message>
    <message>
        <source>{file} exists already: choose a name that ends in it.</source>
        <translation>{file} gibt es schon: Bitte einen Namen wählen, der so endet.</translation>
    </message>
    <message>
        <source>{file}: frame {frame} of {frames}</source>
        <translation>{file}: Bild {frame} von {frames}</translation>
    </message>
    <message>
        <source>{file}: read with {signs} between columns and {marks}</source>
        <translation>{file}: gelesen mit {signs} zwischen den Spalten und {marks}</translation>
    </message>
    <message>
        <source>{first} and {second} both make columns of it; expected one of them between columns</source>
        <translation>{first} und {second} ergeben beide Spalten; erwartet wird eines davon zwischen den Spalten</translation>
    </message>
    <message>
        <source>{frames} frames do not go into {seconds} s, expected at most {most} a second</source>
        <translation>{frames} Bilder passen nicht in {seconds} s, höchstens {most} je Sekunde</translation>
    </message>
    <message>
        <source>{got} may be {decimal} or {whole}; say which mark is decimal in [data], decimal = {mark}</source>
        <translation>{got} kann {decimal} oder {whole} sein; welches Zeichen vor den Dezimalen steht, sagt in [data] decimal = {mark}</translation>
    </message>
    <message>
        <source>{inputs}: held at point {point}</source>
        <translation>{inputs}: wie bei Punkt {point}</translation>
    </message>
    <message>
        <source>{kept} of {count} frames, so that it is no larger than {megabytes} MB; a smaller size has room for more</source>
        <translation>{kept} von {count} Bildern, damit sie nicht größer als {megabytes} MB wird; in einer kleineren Größe haben mehr Platz</translation>
    </message>
    <message>
        <source>{loss} (log)</source>
        <translation>{loss} (log)</translation>
    </message>
    <message>
        <source>{loss} ({penalty} penalty)</source>
        <translation>{loss} ({penalty} Strafe)</translation>
    </message>
    <message>
        <source>{name} is in view.hide: take it out of one of them</source>
        <translation>{name} steht in view.hide: Es muss aus einem von beiden heraus</translation>
    </message>
    <message>
        <source>{name} takes no {option}</source>
        <translation>{name} kennt kein {option}</translation>
    </message>
    <message>
        <source>{name}, colour and lines: predicted · points: actual</source>
        <translation>{name}, Farbe und Linien: vorhergesagt · Punkte: wahr</translation>
    </message>
    <message>
        <source>{name}, scaled</source>
        <translation>{name}, skaliert</translation>
    </message>
    <message>
        <source>{name}: {rows} rows. What is the network given, and what is it to predict?</source>
        <translation>{name}: {rows} Zeilen. Was erhält das Netz, und was soll es vorhersagen?</translation>
    </message>
    <message>
        <source>{node}: its value over the inputs</source>
        <translation>{node}: der Wert über den Eingaben</translation>
    </message>
    <message>
        <source>{optimizer}, rate {rate}</source>
        <translation>{optimizer}, Rate {rate}</translation>
    </message>
    <message>
        <source>{path}: {problem}</source>
        <translation>{path}: {problem}</translation>
    </message>
    <message>
        <source>{picture} (no room for it)</source>
        <translation>{picture} (kein Platz dafür)</translation>
    </message>
    <message>
        <source>{points} points: {training} train, {testing} test</source>
        <translation>{points} Punkte: {training} zum Lernen, {testing} zum Testen</translation>
    </message>
    <message>
        <source>{problem}, got {got}</source>
        <translation>{problem}; gefunden: {got}</translation>
    </message>
    <message>
        <source>{reason} The map takes its place.</source>
        <translation>{reason} Die Karte tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>{reason}; nothing was written</source>
        <translation>{reason}; es wurde nichts geschrieben</translation>
    </message>
    <message>
        <source>{rows} points of {inputs} and {targets}.</source>
        <translation>{rows} Punkte mit {inputs} und {targets}.</translation>
    </message>
    <message>
        <source>{rows} points of {inputs} and {targets}; {left_out} out, where a cell is empty or no number.</source>
        <translation>{rows} Punkte mit {inputs} und {targets}; {left_out} weg, weil eine Zelle leer oder keine Zahl ist.</translation>
    </message>
    <message>
        <source>{run}, {start}</source>
        <translation>{run}, {start}</translation>
    </message>
    <message>
        <source>{run}: loss {loss}</source>
        <translation>{run}: Verlust {loss}</translation>
    </message>
    <message>
        <source>{some} and {last}</source>
        <translation>{some} und {last}</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <translation>{some} oder {last}</translation>
    </message>
    <message>
        <source>{some}, {last}</source>
        <translation>{some}, {last}</translation>
    </message>
    <message>
        <source>{some}, {next}</source>
        <translation>{some}, {next}</translation>
    </message>
    <message>
        <source>{step}</source>
        <translation>{step}</translation>
    </message>
    <message>
        <source>{step} (epoch {epoch})</source>
        <translation>{step} (Epoche {epoch})</translation>
    </message>
    <message>
        <source>{title}, with other points</source>
        <translation>{title}, mit anderen Punkten</translation>
    </message>
    <message>
        <source>{values}Let go to start from here, Esc leaves it.</source>
        <translation>{values}Loslassen startet von hier, Esc verwirft es.</translation>
    </message>
    <message>
        <source>{values}The loss is {loss}. Let go to start from here, Esc leaves it.</source>
        <translation>{values}Der Verlust ist {loss}. Loslassen startet von hier, Esc verwirft es.</translation>
    </message>
    <message>
        <source>{values}{words}. Esc leaves it.</source>
        <translation>{values}{words}. Esc verwirft es.</translation>
    </message>
    <message>
        <source>{value} × {weight}</source>
        <translation>{value} × {weight}</translation>
    </message>
    <message>
        <source>{weights}: loss {loss}, slope {slope}</source>
        <translation>{weights}: Verlust {loss}, Steigung {slope}</translation>
    </message>
    <message>
        <source>{weights}: loss {loss}, slopes {first}, {second}</source>
        <translation>{weights}: Verlust {loss}, Steigungen {first}, {second}</translation>
    </message>
    <message>
        <source>{what}, output {number}</source>
        <translation>{what}, Ausgang {number}</translation>
    </message>
    <message>
        <source>{where}</source>
        <translation>{where}</translation>
    </message>
    <message>
        <source>{where}, point {point}</source>
        <translation>{where}, Punkt {point}</translation>
    </message>
    <message>
        <source>{where}, point {point}, not in this step</source>
        <translation>{where}, Punkt {point}, nicht in diesem Schritt</translation>
    </message>
    <message>
        <source>{where}: predicted {value}</source>
        <translation>{where}: vorhergesagt {value}</translation>
    </message>
    <message>
        <source>{where}: {name} {value}</source>
        <translation>{where}: {name} {value}</translation>
    </message>
    <message>
        <source>{where}: {problem}</source>
        <translation>{where}: {problem}</translation>
    </message>
    <message>
        <source>{wide} × {high} pixels</source>
        <translation>{wide} × {high} Pixel</translation>
    </message>
    <message>
        <source>{wide} × {high} pixels are too many for an animation, expected at most {most}</source>
        <translation>{wide} × {high} Pixel sind zu viele für eine Animation, höchstens {most}</translation>
    </message>
    <message>
        <source>{words}. Back (‹) brings the old weights back.</source>
        <translation>{words}. Zurück (‹) holt die alten Gewichte zurück.</translation>
    </message>
    <message>
        <source>{words}. Drag a weight up or down, or click it and type.</source>
        <translation>{words}. Ein Gewicht auf oder ab ziehen, oder anklicken und tippen.</translation>
    </message>
    <message>
        <source>½ squared error</source>
        <translation>½ quadratischer Fehler</translation>
    </message>
    <message>
        <source>“{title}” has changes that are not saved.</source>
        <translation>„{title}“ hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>“{title}” was not saved when the program ended on {time}. Restore it?</source>
        <translation>„{title}“ war nicht gespeichert, als das Programm endete ({time}). Wiederherstellen?</translation>
    </message>
    <message>
        <source>… {count} more</source>
        <translation>… {count} weitere</translation>
    </message>
    <message>
        <source>… {count} more; those with the largest errors are shown</source>
        <translation>… {count} weitere; die mit den größten Fehlern sind dabei</translation>
    </message>
    <message>
        <source>▲▼ loss change, one lantern’s radius away</source>
        <translation>▲▼ Änderung des Verlusts, einen Laternenradius entfernt</translation>
    </message>
    <message>
        <source>▲▼ loss change, one lantern’s radius away.</source>
        <translation>▲▼ Änderung des Verlusts, einen Laternenradius entfernt.</translation>
    </message>
</context>
</TS>
